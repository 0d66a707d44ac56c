import { DescribeImageReferencesCommand, type EC2Client, type ResourceTypeRequest } from '@aws-sdk/client-ec2'
import type { ImageReference } from '../../domain/facts.ts'
import { pages } from '../pages.ts'
import { everyTemplateVersion } from './every-template-version.ts'

/** Images of one call (ec2 API Reference, DescribeImageReferences). */
export const imagesPerReferenceCall = 10

/** Instances are left out: DescribeInstances tells more of them. */
const resourceTypes: ResourceTypeRequest[] = [
  everyTemplateVersion,
  { ResourceType: 'ssm:Parameter' },
  { ResourceType: 'imagebuilder:ImageRecipe' },
  { ResourceType: 'imagebuilder:ContainerRecipe' },
]

const kinds: Readonly<Record<string, string>> = {
  'ec2:LaunchTemplate': 'LAUNCH_TEMPLATE',
  'ssm:Parameter': 'SSM_PARAMETER',
  'imagebuilder:ImageRecipe': 'IMAGE_BUILDER_RECIPE',
  'imagebuilder:ContainerRecipe': 'IMAGE_BUILDER_RECIPE',
}

/** ec2 DescribeImageReferences: the account's own resources that name these images, at most `imagesPerReferenceCall`. */
export async function* describeImageReferences(
  ec2: EC2Client,
  accountId: string,
  region: string,
  imageIds: readonly string[],
): AsyncGenerator<ImageReference[]> {
  const listing = pages(NextToken =>
    ec2.send(new DescribeImageReferencesCommand({ ImageIds: [...imageIds], ResourceTypes: resourceTypes, NextToken })),
  )
  for await (const { ImageReferences = [] } of listing)
    yield ImageReferences.flatMap(({ ImageId: imageId, ResourceType, Arn: arn }) =>
      imageId && arn ? [{ accountId, region, imageId, kind: kinds[ResourceType ?? ''] ?? 'OTHER', arn }] : [],
    )
}
