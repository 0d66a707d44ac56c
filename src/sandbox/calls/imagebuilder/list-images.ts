import type { ImageVersion, ListImagesRequest, ListImagesResponse } from '@aws-sdk/client-imagebuilder'
import type { Call, CallContext } from '../../call.ts'
import type { WorldBuild } from '../../world/world.ts'
import { ownBuilds, recordedBuilds, versionArn } from './own-builds.ts'
import { pageOf, refuseUnknown } from './page.ts'

/** The versions of the account's images; those of Amazon and of others are not made up. */
export const listImages: Call<ListImagesRequest, ListImagesResponse> = (input, context) => {
  refuseUnknown('ListImages', context)
  const versions = (input.owner ?? 'Self') === 'Self' ? ownVersions(context) : []
  const { items, nextToken } = pageOf('ListImages', versions, ({ arn = '' }) => arn, input)
  return { imageVersionList: items, nextToken }
}

const ownVersions = (context: CallContext): readonly ImageVersion[] =>
  recordedBuilds(context)?.versions ??
  [...new Map(ownBuilds(context).map(build => [versionArn(build), build])).values()].map(view)

const view = (build: WorldBuild): ImageVersion => ({
  arn: versionArn(build),
  name: build.name,
  type: 'AMI',
  version: build.version,
  platform: build.pipeline.platform,
  owner: build.ownerId,
  dateCreated: build.createdAt.toISOString(),
  buildType: 'SCHEDULED',
  imageSource: 'CUSTOM',
})
