import type { ImagePipeline, ListImagePipelinesRequest, ListImagePipelinesResponse } from '@aws-sdk/client-imagebuilder'
import type { Call, CallContext } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import type { WorldPipeline } from '../../world/world.ts'
import { recordedBuilds } from './own-builds.ts'
import { pageOf, refuseUnknown } from './page.ts'

export const listImagePipelines: Call<ListImagePipelinesRequest, ListImagePipelinesResponse> = (input, context) => {
  refuseUnknown('ListImagePipelines', context)
  const own = recordedBuilds(context)?.pipelines ?? ownPipelines(context).map(view)
  const { items, nextToken } = pageOf('ListImagePipelines', own, ({ arn = '' }) => arn, input)
  return { imagePipelineList: items, nextToken }
}

const ownPipelines = ({ world, region, caller }: CallContext): WorldPipeline[] =>
  [...regionOf(world, region).pipelines.values()].filter(({ ownerId }) => ownerId === caller.accountId)

const view = (pipeline: WorldPipeline): ImagePipeline => ({
  arn: pipeline.arn,
  name: pipeline.name,
  description: pipeline.description,
  platform: pipeline.platform,
  imageRecipeArn: pipeline.recipeArn,
  distributionConfigurationArn: pipeline.distributionArn,
  schedule: {
    scheduleExpression: 'cron(0 3 1 * ? *)',
    timezone: 'Etc/UTC',
    pipelineExecutionStartCondition: 'EXPRESSION_MATCH_ONLY',
  },
  status: pipeline.isEnabled ? 'ENABLED' : 'DISABLED',
  dateCreated: pipeline.createdAt.toISOString(),
  dateUpdated: pipeline.createdAt.toISOString(),
  ...(pipeline.lastRunAt ? { dateLastRun: pipeline.lastRunAt.toISOString() } : {}),
})
