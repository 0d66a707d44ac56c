import type { GetImageRequest, GetImageResponse } from '@aws-sdk/client-imagebuilder'
import { AwsError, type Call } from '../../call.ts'
import { buildView, ownBuilds, recordedBuilds } from './own-builds.ts'
import { refuseUnknown } from './page.ts'

export const getImage: Call<GetImageRequest, GetImageResponse> = ({ imageBuildVersionArn = '' }, context) => {
  refuseUnknown('GetImage', context, imageBuildVersionArn)
  const recorded = recordedBuilds(context)?.images.find(({ arn }) => arn === imageBuildVersionArn)
  if (recorded !== undefined) return { image: recorded }
  const build = ownBuilds(context).find(({ arn }) => arn === imageBuildVersionArn)
  if (build === undefined)
    throw new AwsError('ResourceNotFoundException', `The image ${imageBuildVersionArn} cannot be found.`, 404)
  const { pipeline, recipeVersion, parentImage, distributions } = build
  return {
    image: {
      ...buildView(build),
      sourcePipelineArn: pipeline.arn,
      sourcePipelineName: pipeline.name,
      imageRecipe: {
        arn: `${pipeline.recipeArn.slice(0, pipeline.recipeArn.lastIndexOf('/'))}/${recipeVersion}`,
        type: 'AMI',
        name: pipeline.name,
        platform: pipeline.platform,
        owner: pipeline.ownerId,
        version: recipeVersion,
        parentImage,
      },
      distributionConfiguration: {
        arn: pipeline.distributionArn,
        name: 'all-regions',
        timeoutMinutes: 720,
        distributions: distributions.map(({ region, accountIds }) => ({
          region,
          amiDistributionConfiguration: { targetAccountIds: accountIds },
        })),
      },
    },
  }
}
