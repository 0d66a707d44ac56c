import { DescribeInstanceTypesCommand, type EC2Client, type InstanceTypeInfo } from '@aws-sdk/client-ec2'
import type { InstanceType } from '../../domain/facts.ts'
import { spell, spellAll } from '../../domain/vocabulary.ts'
import { pages } from '../pages.ts'

/** MaxResults at its largest (ec2 API Reference, DescribeInstanceTypes). */
const pageSize = 100

/** ec2 DescribeInstanceTypes: every instance type that AWS offers in the client's Region. */
export async function* describeInstanceTypes(ec2: EC2Client, region: string): AsyncGenerator<InstanceType[]> {
  const listing = pages(NextToken => ec2.send(new DescribeInstanceTypesCommand({ MaxResults: pageSize, NextToken })))
  for await (const { InstanceTypes = [] } of listing) yield InstanceTypes.flatMap(type => readType(region, type) ?? [])
}

function readType(region: string, type: InstanceTypeInfo): InstanceType | null {
  if (!type.InstanceType) return null
  return {
    region,
    instanceType: type.InstanceType,
    isCurrentGeneration: type.CurrentGeneration ?? null,
    isBareMetal: type.BareMetal ?? null,
    hypervisor: spell('instanceTypeHypervisor', type.Hypervisor),
    supportedArchitectures: spellAll('architecture', type.ProcessorInfo?.SupportedArchitectures),
    supportedBootModes: spellAll('bootMode', type.SupportedBootModes),
    supportedVirtualizationTypes: spellAll('virtualizationType', type.SupportedVirtualizationTypes),
    supportedRootDeviceTypes: spellAll('rootDeviceType', type.SupportedRootDeviceTypes),
    supportedUsageClasses: spellAll('usageClass', type.SupportedUsageClasses),
    nitroTpmSupport: spell('featureSupport', type.NitroTpmSupport),
    enaSupport: spell('featureSupport', type.NetworkInfo?.EnaSupport),
    defaultVcpus: type.VCpuInfo?.DefaultVCpus ?? null,
    memoryMib: type.MemoryInfo?.SizeInMiB ?? null,
  }
}
