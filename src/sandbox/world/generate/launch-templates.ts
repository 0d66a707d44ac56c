/** Launch templates, and what else names an image: parameters, recipes, fast launch, the Recycle Bin. */

import { createLaunchTemplate, createLaunchTemplateVersion, nameImage, setFastLaunch } from '../changes.ts'
import { regionOf } from '../find.ts'
import { binOf } from '../recycle-bin.ts'
import type { WorldAccount, WorldImage, WorldTemplateVersion } from '../world.ts'
import { daysAgo, type Making, stockOf } from './making.ts'

const goldenParameter = 'golden/current'

/** Makes what names images in one account and Region; `position` tells accounts and Regions apart. */
export const makeLaunchTemplates = (making: Making, account: WorldAccount, name: string, position: number): void => {
  if (account.state !== 'ACTIVE') return
  const { world } = making
  const region = regionOf(world, name)
  const place = { region: name, accountId: account.accountId }
  const stock = stockOf(making, name)
  const golden = stock.currentGolden[position % Math.max(1, stock.currentGolden.length)]
  const ownImages = [...(region.imagesByOwner.get(account.accountId)?.after() ?? [])]
  const own = ownImages[0]
  const [first, second] = stock.golden.filter(image => image !== golden)
  if (golden !== undefined && position % 2 === 0) {
    const arn = `arn:aws:ssm:${name}:${account.accountId}:parameter/${goldenParameter}`
    nameImage(world, place, { type: 'ssm:Parameter', arn, imageId: golden.imageId })
    template(making, place, 'fleet', [first, `resolve:ssm:${goldenParameter}`], 2)
  }
  // An Auto Scaling group that still launches the version before the latest
  template(making, place, 'web', [second ?? own, golden], position % 3 === 0 ? 1 : 2)
  if (position % 5 === 1) template(making, place, 'legacy', [stock.retired[0] ?? own], 1)
  // The image is named by whoever launches
  if (position % 5 === 2) template(making, place, 'base', [undefined], 1)
  if (own !== undefined && position % 3 === 1) makeRecipe(making, place, own)
  const windows = ownImages.find(({ facts }) => facts.Platform !== undefined && facts.State === 'available')
  if (windows !== undefined)
    setFastLaunch(world, windows, account.accountId, { StateTransitionTime: daysAgo(making, 3) })
}

type Place = { region: string; accountId: string }

const template = (
  { world, base }: Making,
  place: Place,
  name: string,
  versions: readonly (WorldImage | string | undefined)[],
  defaultVersion: number,
) => {
  const data = versions.map(image => ({
    ...(image === undefined ? {} : { ImageId: typeof image === 'string' ? image : image.imageId }),
    InstanceType: 'm5.large' as const,
  }))
  const made = createLaunchTemplate(world, { ...place, name, data: data[0] ?? {} })
  for (const version of data.slice(1)) createLaunchTemplateVersion(world, made, version)
  made.defaultVersion = defaultVersion
  for (const version of made.versions) version.CreateTime = createdAt(base, version)
}

const createdAt = (base: Date, { VersionNumber }: WorldTemplateVersion) =>
  new Date(base.getTime() - (40 - VersionNumber) * 86_400_000)

const makeRecipe = ({ world }: Making, place: Place, parent: WorldImage) =>
  nameImage(world, place, {
    type: 'imagebuilder:ImageRecipe',
    arn: `arn:aws:imagebuilder:${place.region}:${place.accountId}:image-recipe/derived/1.0.0`,
    imageId: parent.imageId,
  })

/** The retired golden releases of the image factory can still be restored. */
export const fillRecycleBins = (making: Making): void => {
  for (const [name, { retired }] of making.stock) {
    const gone = retired.filter(image => image.facts.State === 'deregistered')
    for (const { ownerId, imageId, facts } of gone) {
      binOf(regionOf(making.world, name), ownerId).add({
        imageId,
        name: facts.Name,
        description: facts.Description,
        enteredAt: daysAgo(making, 20),
        leavesAt: daysAgo(making, -345),
        recorded: false,
      })
    }
  }
}
