import {
  type ImagebuilderClient,
  type ImageSummary,
  ListImageBuildVersionsCommand,
  ListImagesCommand,
} from '@aws-sdk/client-imagebuilder'
import type { ImageBuild, ImageBuildOutput } from '../../domain/facts.ts'
import { spell } from '../../domain/vocabulary.ts'
import { readDate } from '../ec2/read-date.ts'
import { pagesBy } from '../pages.ts'
import type { BuildDetails } from './get-image.ts'

/** The most that a page holds (Image Builder API Reference). */
const pageSize = 25

export type ListedBuild = { build: Omit<ImageBuild, keyof BuildDetails>; outputs: ImageBuildOutput[] }

/** imagebuilder ListImages owner=Self, deprecated ones too: the ARNs of every version of the account's AMIs. */
export async function* listImageVersions(imagebuilder: ImagebuilderClient): AsyncGenerator<string[]> {
  const listing = pagesBy(
    nextToken =>
      imagebuilder.send(
        new ListImagesCommand({ owner: 'Self', includeDeprecated: true, maxResults: pageSize, nextToken }),
      ),
    page => page.nextToken,
  )
  for await (const { imageVersionList = [] } of listing)
    yield imageVersionList.flatMap(({ arn, type }) => (arn && type !== 'DOCKER' ? [arn] : []))
}

/** imagebuilder ListImageBuildVersions: every build of a version, with what it made. */
export async function* listImageBuilds(
  imagebuilder: ImagebuilderClient,
  accountId: string,
  region: string,
  versionArn: string,
): AsyncGenerator<ListedBuild[]> {
  const listing = pagesBy(
    nextToken =>
      imagebuilder.send(
        new ListImageBuildVersionsCommand({ imageVersionArn: versionArn, maxResults: pageSize, nextToken }),
      ),
    page => page.nextToken,
  )
  for await (const { imageSummaryList = [] } of listing)
    yield imageSummaryList.flatMap(summary => readBuild(accountId, region, versionArn, summary) ?? [])
}

function readBuild(accountId: string, region: string, versionArn: string, summary: ImageSummary): ListedBuild | null {
  const { arn, outputResources, state } = summary
  if (!arn) return null
  // …:image/NAME/1.0.0/1
  const [version = '', build = ''] = arn.split('/').slice(-2)
  return {
    build: {
      arn,
      versionArn,
      accountId,
      region,
      name: summary.name ?? '',
      version,
      build: Number(build) || 0,
      platform: summary.platform ?? null,
      osVersion: summary.osVersion ?? null,
      buildType: summary.buildType ?? null,
      state: spell('imageBuildState', state?.status) ?? 'OTHER',
      stateReason: state?.reason || null,
      createdAt: readDate(summary.dateCreated),
    },
    outputs: (outputResources?.amis ?? []).flatMap(ami =>
      ami.image && ami.region
        ? [
            {
              buildArn: arn,
              imageRegion: ami.region,
              imageId: ami.image,
              imageAccountId: ami.accountId ?? null,
              name: ami.name ?? null,
              accountId,
              region,
            },
          ]
        : [],
    ),
  }
}
