import type { ListImageBuildVersionsRequest, ListImageBuildVersionsResponse } from '@aws-sdk/client-imagebuilder'
import type { Call } from '../../call.ts'
import { buildView, ownBuilds, recordedBuilds, versionArn } from './own-builds.ts'
import { pageOf, refuseUnknown } from './page.ts'

export const listImageBuildVersions: Call<ListImageBuildVersionsRequest, ListImageBuildVersionsResponse> = (
  input,
  context,
) => {
  refuseUnknown('ListImageBuildVersions', context)
  const { imageVersionArn } = input
  const all =
    recordedBuilds(context)?.summaries ??
    ownBuilds(context).map(build => ({ ...buildView(build), owner: build.ownerId }))
  const builds = all.filter(({ arn }) => imageVersionArn === undefined || versionArn({ arn }) === imageVersionArn)
  const { items, nextToken } = pageOf('ListImageBuildVersions', builds, ({ arn = '' }) => arn, input)
  return { imageSummaryList: items, nextToken }
}
