import { GetImageCommand, type ImagebuilderClient } from '@aws-sdk/client-imagebuilder'
import type { ImageBuild } from '../../domain/facts.ts'

/** What only GetImage says of a build; it never changes. */
export type BuildDetails = Pick<
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

/** imagebuilder GetImage: what a build was made by and from, and where it is to go. */
export async function getImage(imagebuilder: ImagebuilderClient, buildArn: string): Promise<BuildDetails> {
  const { image } = await imagebuilder.send(new GetImageCommand({ imageBuildVersionArn: buildArn }))
  const { imageRecipe: recipe, distributionConfiguration: distribution } = image ?? {}
  return {
    pipelineArn: image?.sourcePipelineArn ?? null,
    pipelineName: image?.sourcePipelineName ?? null,
    recipeArn: recipe?.arn ?? null,
    recipeName: recipe?.name ?? null,
    recipeVersion: recipe?.version ?? null,
    parentImage: recipe?.parentImage ?? null,
    distributionConfigurationArn: distribution?.arn ?? null,
    distributions: (distribution?.distributions ?? []).map(({ region = '', amiDistributionConfiguration: ami }) => ({
      region,
      accountIds: [...(ami?.targetAccountIds ?? [])].sort(),
    })),
  }
}
