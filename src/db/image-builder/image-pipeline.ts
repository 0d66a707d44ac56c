import { type Concept, column, nameKey, table, textKey } from '../concept.ts'
import { relate } from '../relation.ts'

/** (R19) Pipelines of EC2 Image Builder. */
export const imagePipeline: Concept = {
  name: 'ImagePipeline',
  from: table('amigraph.image_pipelines'),
  fields: {
    arn: column('arn'),
    accountId: column('account_id'),
    region: column('region'),
    name: column('name'),
    description: column('description'),
    platform: column('platform'),
    status: column('status'),
    imageRecipeArn: column('image_recipe_arn'),
    containerRecipeArn: column('container_recipe_arn'),
    distributionConfigurationArn: column('distribution_configuration_arn'),
    scheduleExpression: column('schedule_expression'),
    scheduleTimezone: column('schedule_timezone'),
    scheduleStartCondition: column('schedule_start_condition'),
    createdAt: column('created_at'),
    updatedAt: column('updated_at'),
    lastRunAt: column('last_run_at'),
    nextRunAt: column('next_run_at'),
  },
  always: ['arn', 'accountId'],
  filters: {},
  orders: { NAME: [nameKey('name'), textKey('arn')] },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
}

/** What every row of a pipeline has. */
export type ImagePipelineRow = { readonly arn: string; readonly accountId: string }

export const pipelineOfBuild = relate('pipeline of build', imagePipeline, { arn: 'pipelineArn' })

export const pipelinesOfAccount = relate('pipelines of account', imagePipeline, { account_id: 'accountId' })
