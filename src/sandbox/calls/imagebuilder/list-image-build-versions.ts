import type { ListImageBuildVersionsRequest, ListImageBuildVersionsResponse } from '@aws-sdk/client-imagebuilder'
import type { Call } from '../../call.ts'
import { buildView, ownBuilds, versionArn } from './own-builds.ts'
import { pageOf, refuseUnknown } from './page.ts'

export const listImageBuildVersions: Call<ListImageBuildVersionsRequest, ListImageBuildVersionsResponse> = (
  input,
  context,
) => {
  refuseUnknown('ListImageBuildVersions', context)
  const builds = ownBuilds(context).filter(
    build => input.imageVersionArn === undefined || versionArn(build) === input.imageVersionArn,
  )
  const { items, nextToken } = pageOf('ListImageBuildVersions', builds, ({ arn }) => arn, input)
  return { imageSummaryList: items.map(build => ({ ...buildView(build), owner: build.ownerId })), nextToken }
}
