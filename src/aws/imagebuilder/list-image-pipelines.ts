import {
  type ImagebuilderClient,
  type ImagePipeline as ListedPipeline,
  ListImagePipelinesCommand,
} from '@aws-sdk/client-imagebuilder'
import type { ImagePipeline } from '../../domain/facts.ts'
import { spell } from '../../domain/vocabulary.ts'
import { readDate } from '../ec2/read-date.ts'
import { pagesBy } from '../pages.ts'

/** The most that a page holds (Image Builder API Reference). */
const pageSize = 25

/** imagebuilder ListImagePipelines: every pipeline of the account in the client's Region. */
export async function* listImagePipelines(
  imagebuilder: ImagebuilderClient,
  accountId: string,
  region: string,
): AsyncGenerator<ImagePipeline[]> {
  const listing = pagesBy(
    nextToken => imagebuilder.send(new ListImagePipelinesCommand({ maxResults: pageSize, nextToken })),
    page => page.nextToken,
  )
  for await (const { imagePipelineList = [] } of listing)
    yield imagePipelineList.flatMap(pipeline => readPipeline(accountId, region, pipeline) ?? [])
}

function readPipeline(accountId: string, region: string, pipeline: ListedPipeline): ImagePipeline | null {
  if (!pipeline.arn) return null
  return {
    arn: pipeline.arn,
    accountId,
    region,
    name: pipeline.name ?? '',
    description: pipeline.description || null,
    platform: pipeline.platform ?? null,
    status: spell('imagePipelineStatus', pipeline.status),
    imageRecipeArn: pipeline.imageRecipeArn ?? null,
    containerRecipeArn: pipeline.containerRecipeArn ?? null,
    distributionConfigurationArn: pipeline.distributionConfigurationArn ?? null,
    scheduleExpression: pipeline.schedule?.scheduleExpression ?? null,
    scheduleTimezone: pipeline.schedule?.timezone ?? null,
    scheduleStartCondition: pipeline.schedule?.pipelineExecutionStartCondition ?? null,
    createdAt: readDate(pipeline.dateCreated),
    updatedAt: readDate(pipeline.dateUpdated),
    lastRunAt: readDate(pipeline.dateLastRun),
    nextRunAt: readDate(pipeline.dateNextRun),
  }
}
