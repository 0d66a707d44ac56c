import type {
  CreateImageUsageReportRequest,
  CreateImageUsageReportResult,
  ImageUsageResourceTypeRequest,
} from '@aws-sdk/client-ec2'
import { AwsError, type Call } from '../../call.ts'
import { makeUsageReport } from '../../world/changes.ts'
import { regionOf } from '../../world/find.ts'
import { usageReportsOf } from '../../world/usage-reports.ts'
import { invalidParameter } from './errors.ts'
import { ownedImage } from './owned-image.ts'
import { tagsFor } from './tag-specifications.ts'
import { isKept, usageReportState } from './usage-report-view.ts'

const resourceTypes = ['ec2:Instance', 'ec2:LaunchTemplate', 'imagebuilder:ImageRecipe', 'imagebuilder:ContainerRecipe']
/** Versions of a launch template that are looked at unless version-depth says otherwise */
const usualDepth = 20
const mostAccounts = 200

/** Begins a report of who uses the caller's own image: one image has one report under way at a time. */
export const createImageUsageReport: Call<CreateImageUsageReportRequest, CreateImageUsageReportResult> = (
  input,
  context,
) => {
  if (!input.ResourceTypes?.length)
    throw new AwsError('MissingParameter', 'The request must contain the parameter ResourceType')
  const accountIds = input.AccountIds ?? []
  if (accountIds.length > mostAccounts)
    throw invalidParameter('accountIds', accountIds.length, `There may be at most ${mostAccounts}.`)
  const types = new Map(input.ResourceTypes.map(type => [knownType(type), { versionDepth: depthOf(type) }]))
  const tags = tagsFor('image-usage-report', input.TagSpecifications)
  const image = ownedImage(input.ImageId, context)
  const { world, now } = context
  const reports = usageReportsOf(regionOf(world, image.region), image.ownerId)
  for (const report of reports.after())
    if (report.imageId === image.imageId && isKept(report, now()) && usageReportState(report, now()) === 'pending')
      throw new AwsError(
        'ResourceLimitExceeded',
        `The image ${image.imageId} has a usage report in progress: ${report.reportId}`,
      )
  return { ReportId: makeUsageReport(world, image, { types, accountIds, tags }).reportId }
}

const knownType = ({ ResourceType = '' }: ImageUsageResourceTypeRequest): string => {
  if (!resourceTypes.includes(ResourceType))
    throw invalidParameter('resourceType', ResourceType, `Expecting one of ${resourceTypes.join(', ')}.`)
  return ResourceType
}

const depthOf = ({ ResourceType, ResourceTypeOptions: options = [] }: ImageUsageResourceTypeRequest): number => {
  if (options.length === 0) return usualDepth
  const [option] = options
  const depth = Number(option?.OptionValues?.[0])
  if (ResourceType !== 'ec2:LaunchTemplate' || option?.OptionName !== 'version-depth' || options.length > 1)
    throw invalidParameter('optionName', option?.OptionName, 'Only launch templates have one: version-depth.')
  if (!Number.isInteger(depth) || depth < 1 || depth > 10_000)
    throw invalidParameter('optionValue', option.OptionValues?.[0], 'Expecting a value between 1 and 10000.')
  return depth
}
