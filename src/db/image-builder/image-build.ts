import { sql } from 'kysely'
import { type Concept, column, type Relation, table, textKey, timeKey } from '../concept.ts'

/** (R19) Builds of EC2 Image Builder. */
export const imageBuild: Concept = {
  name: 'ImageBuild',
  from: table('amigraph.image_builds'),
  fields: {
    arn: column('arn'),
    accountId: column('account_id'),
    region: column('region'),
    name: column('name'),
    version: column('version'),
    build: column('build'),
    platform: column('platform'),
    state: column('state'),
    stateReason: column('state_reason'),
    createdAt: column('created_at'),
    pipelineArn: column('pipeline_arn'),
    pipelineName: column('pipeline_name'),
    recipeArn: column('recipe_arn'),
    recipeName: column('recipe_name'),
    recipeVersion: column('recipe_version'),
    parentImage: column('parent_image'),
    distributionConfigurationArn: column('distribution_configuration_arn'),
  },
  always: ['arn', 'accountId', 'pipelineArn'],
  filters: {},
  orders: { CREATED_AT: [timeKey('created_at', '-infinity'), textKey('arn')] },
  defaultOrder: { field: 'CREATED_AT', direction: 'DESC' },
}

/** What every row of a build has. */
export type ImageBuildRow = {
  readonly arn: string
  readonly accountId: string
  readonly pipelineArn: string | null
}

/** The build that an image came of. */
export const buildOfImage: Relation = {
  name: 'build of image',
  to: imageBuild,
  parentKey: ['region', 'imageId'],
  on: (t, parent) => sql`${sql.ref(`${t}.arn`)} = (
    select min(o.build_arn) from amigraph.image_build_outputs o
    where o.image_region = ${sql.ref(`${parent}.region`)} and o.image_id = ${sql.ref(`${parent}.imageId`)})`,
}
