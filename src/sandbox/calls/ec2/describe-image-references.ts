import type {
  DescribeImageReferencesRequest,
  DescribeImageReferencesResult,
  ImageReference,
  ImageReferenceResourceType,
  ResourceTypeOption,
} from '@aws-sdk/client-ec2'
import { AwsError, type Call, type CallContext } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { instancesOf, isListed } from '../../world/instance-store.ts'
import { launchTemplatesOf } from '../../world/launch-template-store.ts'
import { referencesOf } from '../../world/reference-store.ts'
import { invalidParameter, noSuchImage } from './errors.ts'
import { type PageRule, pageFrom, pageStart } from './page.ts'

const rule: PageRule = { operation: 'DescribeImageReferences', smallest: 1, largest: 1000, unlimited: false }
const mostImages = 10
/** Versions of a launch template that are looked at, the latest first, unless version-depth says otherwise. */
const usualDepth = 10

const types: readonly ImageReferenceResourceType[] = [
  'ec2:Instance',
  'ec2:LaunchTemplate',
  'imagebuilder:ContainerRecipe',
  'imagebuilder:ImageRecipe',
  'ssm:Parameter',
]

/** The caller's own resources that name images, whoever owns those. */
export const describeImageReferences: Call<DescribeImageReferencesRequest, DescribeImageReferencesResult> = (
  input,
  context,
) => {
  const imageIds = new Set(input.ImageIds)
  if (imageIds.size === 0) throw new AwsError('MissingParameter', 'The request must contain the parameter ImageId')
  if (imageIds.size > mostImages)
    throw invalidParameter('imageIds', [...imageIds].join(), `There may be at most ${mostImages}.`)
  if ([...imageIds].some(id => !/^ami-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id))) throw noSuchImage([...imageIds])
  if (!input.IncludeAllResourceTypes && !input.ResourceTypes?.length)
    throw new AwsError('MissingParameter', 'Either ResourceTypes or IncludeAllResourceTypes must be specified')
  const { after, limit } = pageStart(rule, input)
  const found = types
    .filter(
      type => input.IncludeAllResourceTypes || input.ResourceTypes?.some(({ ResourceType }) => ResourceType === type),
    )
    .flatMap(type => {
      const options = input.ResourceTypes?.find(({ ResourceType }) => ResourceType === type)?.ResourceTypeOptions ?? []
      return namedBy(type, options, imageIds, context)
    })
  const unique = [...new Map(found.map(reference => [keyOf(reference), reference])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([key]) => after === undefined || key > after)
    .map(([, reference]) => reference)
  const { items, NextToken } = pageFrom(rule, unique, keyOf, () => true, limit)
  return { ImageReferences: items, NextToken }
}

const namedBy = (
  type: ImageReferenceResourceType,
  options: readonly ResourceTypeOption[],
  imageIds: ReadonlySet<string>,
  { world, region: name, caller: { accountId }, now }: CallContext,
): ImageReference[] => {
  const region = regionOf(world, name)
  const arn = (resource: string) => `arn:aws:ec2:${name}:${accountId}:${resource}`
  const option = (wanted: string) => options.find(({ OptionName }) => OptionName === wanted)?.OptionValues
  const recorded = referencesOf(region, accountId)
    .filter(reference => reference.type === type && imageIds.has(reference.imageId))
    .map(reference => ({ ImageId: reference.imageId, ResourceType: type, Arn: reference.arn }))
  if (type === 'ec2:Instance') {
    const states = option('state-name')
    const own = [...instancesOf(region, accountId).after()]
      .filter(({ imageId, state }) => imageIds.has(imageId) && (!states || states.includes(state)))
      .filter(instance => isListed(instance, now()))
    return [
      ...recorded,
      ...own.map(({ imageId, instanceId }) => ({
        ImageId: imageId,
        ResourceType: type,
        Arn: arn(`instance/${instanceId}`),
      })),
    ]
  }
  if (type === 'ec2:LaunchTemplate') {
    const depth = Number(option('version-depth')?.[0] ?? usualDepth)
    const own = [...launchTemplatesOf(region, accountId).after()].flatMap(({ launchTemplateId, versions }) =>
      versions
        .slice(-depth)
        .map(version => version.LaunchTemplateData?.ImageId ?? '')
        .filter(imageId => imageIds.has(imageId))
        .map(imageId => ({ ImageId: imageId, ResourceType: type, Arn: arn(`launch-template/${launchTemplateId}`) })),
    )
    return [...recorded, ...own]
  }
  return recorded
}

const keyOf = ({ ImageId, ResourceType, Arn }: ImageReference) => `${ImageId} ${ResourceType} ${Arn}`
