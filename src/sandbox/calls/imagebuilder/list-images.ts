import type { ListImagesRequest, ListImagesResponse } from '@aws-sdk/client-imagebuilder'
import type { Call } from '../../call.ts'
import { ownBuilds, versionArn } from './own-builds.ts'
import { pageOf, refuseUnknown } from './page.ts'

/** The versions of the account's images; those of Amazon and of others are not made up. */
export const listImages: Call<ListImagesRequest, ListImagesResponse> = (input, context) => {
  refuseUnknown('ListImages', context)
  const builds = (input.owner ?? 'Self') === 'Self' ? ownBuilds(context) : []
  const versions = new Map(builds.map(build => [versionArn(build), build]))
  const { items, nextToken } = pageOf('ListImages', [...versions.values()], versionArn, input)
  return {
    imageVersionList: items.map(build => ({
      arn: versionArn(build),
      name: build.name,
      type: 'AMI',
      version: build.version,
      platform: build.pipeline.platform,
      owner: build.ownerId,
      dateCreated: build.createdAt.toISOString(),
      buildType: 'SCHEDULED',
      imageSource: 'CUSTOM',
    })),
    nextToken,
  }
}
