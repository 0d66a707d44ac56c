/** Releases as EC2 Image Builder keeps them (R19): a pipeline a family, a build of a version of its own a release. */
import { regionOf } from '../find.ts'
import type { WorldImage, WorldPipeline } from '../world.ts'
import { daysAgo, type Making, stockOf } from './making.ts'
import { type Platform, platforms } from './platforms.ts'

type Built = { name: string; platform?: Platform }

/** Keeps how a release was built, `images` being what came of it. */
export const makeBuild = (
  making: Making,
  family: Built,
  images: readonly WorldImage[],
  createdAt: Date,
  regions: readonly string[],
): void => {
  const pipeline = pipelineOf(making, family)
  const ownerId = pipeline.ownerId
  const { builds } = regionOf(making.world, making.homeRegion)
  const number = [...builds.values()].filter(build => build.pipeline === pipeline).length
  // Releases are made newest first
  const version = `1.${10 - number}.0`
  const arn = `${arnOf(making, ownerId, 'image', family.name)}/${version}/1`
  const states = images.map(image => image.facts.State)
  builds.set(arn, {
    arn,
    ownerId,
    name: family.name,
    version,
    pipeline,
    recipeVersion: version,
    parentImage: parentOf(making, family),
    state: states.includes('failed') ? 'FAILED' : states.includes('pending') ? 'DISTRIBUTING' : 'AVAILABLE',
    createdAt,
    distributions: regions.map(region => ({ region, accountIds: [ownerId] })),
    images: images.map(({ region, imageId, facts }) => ({
      region,
      imageId,
      name: facts.Name ?? '',
      accountId: ownerId,
    })),
  })
  if (pipeline.lastRunAt === undefined || pipeline.lastRunAt < createdAt) pipeline.lastRunAt = createdAt
}

/** Amazon's managed images by their newest version, but for Red Hat's, which the recipe names by its ID. */
const parentOf = (making: Making, { platform }: Built): string => {
  const { homeRegion } = making
  const redHat = stockOf(making, homeRegion).amazon.find(({ facts }) => facts.Name?.startsWith('rhel-9-hourly'))
  if (platform === platforms.redHat && redHat !== undefined) return redHat.imageId
  return `arn:aws:imagebuilder:${homeRegion}:aws:image/${platform?.isWindows ? 'windows-server-2022' : 'amazon-linux-2023'}-x86/x.x.x`
}

const pipelineOf = (making: Making, { name, platform }: Built): WorldPipeline => {
  const ownerId = making.cast.imageFactory.accountId
  const { pipelines } = regionOf(making.world, making.homeRegion)
  const arn = arnOf(making, ownerId, 'image-pipeline', name)
  const pipeline: WorldPipeline = pipelines.get(arn) ?? {
    arn,
    ownerId,
    name,
    description: `Monthly release of ${name}`,
    platform: platform?.isWindows ? 'Windows' : 'Linux',
    isEnabled: !platform?.isWindows,
    recipeArn: `${arnOf(making, ownerId, 'image-recipe', name)}/1.10.0`,
    distributionArn: arnOf(making, ownerId, 'distribution-configuration', 'all-regions'),
    createdAt: daysAgo(making, 400),
    lastRunAt: undefined,
  }
  pipelines.set(arn, pipeline)
  return pipeline
}

const arnOf = ({ homeRegion }: Making, accountId: string, resource: string, name: string) =>
  `arn:aws:imagebuilder:${homeRegion}:${accountId}:${resource}/${name}`
