import type {
  DescribeLaunchTemplateVersionsRequest,
  DescribeLaunchTemplateVersionsResult,
  LaunchTemplateVersion,
} from '@aws-sdk/client-ec2'
import { AwsError, type Call, type CallContext } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { latestVersion, launchTemplatesOf } from '../../world/launch-template-store.ts'
import { parameterImage } from '../../world/reference-store.ts'
import type { WorldLaunchTemplate, WorldTemplateVersion } from '../../world/world.ts'
import { compileFilters, type FilterFields } from './filter.ts'
import { type PageRule, pageFrom, pageStart } from './page.ts'

const rule: PageRule = { operation: 'DescribeLaunchTemplateVersions', smallest: 1, largest: 200, unlimited: false }

const filters: FilterFields<LaunchTemplateVersion> = {
  'image-id': version => version.LaunchTemplateData?.ImageId,
  'instance-type': version => version.LaunchTemplateData?.InstanceType,
  'is-default-version': version => version.DefaultVersion,
}

/** Versions of one launch template, or ($Latest, $Default) of all that the account has in the Region. */
export const describeLaunchTemplateVersions: Call<
  DescribeLaunchTemplateVersionsRequest,
  DescribeLaunchTemplateVersionsResult
> = (input, context) => {
  const matches = compileFilters(input.Filters, filters)
  const { after, limit } = pageStart(rule, input)
  const versions = wanted(input, context).map(([template, version]) => view(template, version, input, context))
  const { items, NextToken } = pageFrom(
    rule,
    versions.filter(version => after === undefined || keyOf(version) > after),
    keyOf,
    matches,
    limit,
  )
  return { LaunchTemplateVersions: items, NextToken }
}

type Wanted = [template: WorldLaunchTemplate, version: WorldTemplateVersion]

const wanted = (input: DescribeLaunchTemplateVersionsRequest, { world, region, caller }: CallContext): Wanted[] => {
  const all = [...launchTemplatesOf(regionOf(world, region), caller.accountId).after()]
  const { LaunchTemplateId: id, LaunchTemplateName: name, Versions: names = [] } = input
  if (id === undefined && name === undefined) {
    if (names.length === 0) throw new AwsError('MissingParameter', 'A launch template or its versions are needed.')
    const number = names.find(each => !each.startsWith('$'))
    if (number !== undefined)
      throw new AwsError('InvalidParameterCombination', `The version ${number} needs a launch template.`)
    return all.flatMap(template => named(template, names))
  }
  const template = all.find(each => (id === undefined ? each.name === name : each.launchTemplateId === id))
  if (template === undefined) {
    const code = id === undefined ? 'InvalidLaunchTemplateName.NotFoundException' : 'InvalidLaunchTemplateId.NotFound'
    throw new AwsError(code, `The specified launch template, ${id ?? name}, does not exist.`)
  }
  return names.length > 0 ? named(template, names) : template.versions.map(version => [template, version])
}

/** A version that has several of the names comes once. */
const named = (template: WorldLaunchTemplate, names: readonly string[]): Wanted[] => {
  const numbers: Record<string, number> = {
    $Latest: latestVersion(template).VersionNumber,
    $Default: template.defaultVersion,
  }
  const asked = new Set(names.map(name => numbers[name] ?? Number(name)))
  return template.versions
    .filter(({ VersionNumber }) => asked.has(VersionNumber))
    .map((version): Wanted => [template, version])
}

const view = (
  template: WorldLaunchTemplate,
  version: WorldTemplateVersion,
  { ResolveAlias }: DescribeLaunchTemplateVersionsRequest,
  { world, region, caller }: CallContext,
): LaunchTemplateVersion => {
  const data = version.LaunchTemplateData ?? {}
  const parameter = ResolveAlias && data.ImageId?.startsWith('resolve:ssm:') ? data.ImageId : undefined
  const resolved = parameter && parameterImage(regionOf(world, region), caller.accountId, parameter)
  return {
    ...version,
    LaunchTemplateId: template.launchTemplateId,
    LaunchTemplateName: template.name,
    DefaultVersion: version.VersionNumber === template.defaultVersion,
    LaunchTemplateData: resolved === undefined ? data : { ...data, ImageId: resolved },
  }
}

const keyOf = ({ LaunchTemplateId, VersionNumber }: LaunchTemplateVersion) =>
  `${LaunchTemplateId} ${String(VersionNumber).padStart(8, '0')}`
