import type { DescribeInstanceTypesRequest, DescribeInstanceTypesResult, InstanceTypeInfo } from '@aws-sdk/client-ec2'
import { AwsError, type Call } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { compileFilters, type FilterFields } from './filter.ts'
import { type PageRule, pageFrom, pageStart, refusePaging } from './page.ts'

const rule: PageRule = { operation: 'DescribeInstanceTypes', smallest: 5, largest: 100, unlimited: false }

const filters: FilterFields<InstanceTypeInfo> = {
  'bare-metal': type => type.BareMetal,
  'current-generation': type => type.CurrentGeneration,
  'free-tier-eligible': type => type.FreeTierEligible,
  hypervisor: type => type.Hypervisor,
  'instance-type': type => type.InstanceType,
  'nitro-tpm-support': type => type.NitroTpmSupport,
  'processor-info.supported-architecture': type => type.ProcessorInfo?.SupportedArchitectures,
  'supported-boot-mode': type => type.SupportedBootModes,
}

/** The instance types on offer, with what R2 needs of them: architectures and boot modes. */
export const describeInstanceTypes: Call<DescribeInstanceTypesRequest, DescribeInstanceTypesResult> = (
  input,
  context,
) => {
  const { instanceTypes } = regionOf(context.world, context.region)
  const matches = compileFilters(input.Filters, filters)
  if (input.InstanceTypes?.length) {
    refusePaging(input, 'InstanceTypes')
    const unknown = input.InstanceTypes.filter(name => !instanceTypes.has(name))
    if (unknown.length > 0)
      throw new AwsError('InvalidInstanceType', `The following supplied instance types do not exist: [${unknown}]`)
    return { InstanceTypes: input.InstanceTypes.flatMap(name => instanceTypes.get(name) ?? []).filter(matches) }
  }
  const { after, limit } = pageStart(rule, input)
  const byName = [...instanceTypes.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const rest = byName.filter(type => after === undefined || nameOf(type) > after)
  const { items, NextToken } = pageFrom(rule, rest, nameOf, matches, limit)
  return { InstanceTypes: items, NextToken }
}

function nameOf(type: InstanceTypeInfo): string {
  return type.InstanceType ?? ''
}
