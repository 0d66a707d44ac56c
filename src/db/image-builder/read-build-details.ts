import type { ImageBuild } from '../../domain/facts.ts'
import type { Queryable } from '../pool.ts'

type Details = Pick<
  ImageBuild,
  | 'pipelineArn'
  | 'pipelineName'
  | 'recipeArn'
  | 'recipeName'
  | 'recipeVersion'
  | 'parentImage'
  | 'distributionConfigurationArn'
  | 'distributions'
>

/** What GetImage said of the builds of an account and Region that were asked for before, by ARN: it never changes. */
export async function readBuildDetails(
  client: Queryable,
  accountId: string,
  region: string,
): Promise<Map<string, Details>> {
  const { rows } = await client.query<Details & { arn: string }>(
    `select arn, pipeline_arn as "pipelineArn", pipeline_name as "pipelineName", recipe_arn as "recipeArn",
       recipe_name as "recipeName", recipe_version as "recipeVersion", parent_image as "parentImage",
       distribution_configuration_arn as "distributionConfigurationArn", distributions
     from amigraph.image_builds
     where account_id = $1 and region = $2 and distributions is not null`,
    [accountId, region],
  )
  return new Map(rows.map(({ arn, ...details }) => [arn, details]))
}
