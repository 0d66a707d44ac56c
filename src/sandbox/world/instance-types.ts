import type { _InstanceType, ArchitectureType, BootModeType, InstanceTypeInfo } from '@aws-sdk/client-ec2'

type Shape = {
  architectures: ArchitectureType[]
  bootModes: BootModeType[]
  manufacturer: string
  hypervisor?: 'nitro' | 'xen'
  tpm?: boolean
  current?: boolean
  bareMetal?: boolean
  ghz: number
}

const intel: Shape = {
  architectures: ['x86_64'],
  bootModes: ['legacy-bios', 'uefi'],
  manufacturer: 'Intel',
  tpm: true,
  ghz: 3.1,
}
const graviton: Shape = { architectures: ['arm64'], bootModes: ['uefi'], manufacturer: 'AWS', ghz: 2.6 }
const xen: Shape = { ...intel, bootModes: ['legacy-bios'], hypervisor: 'xen', tpm: false }

/** The instance types on offer, in every Region: each boot mode and architecture that R2 tells apart. */
export const instanceTypes: ReadonlyMap<string, InstanceTypeInfo> = new Map(
  [
    instanceType('t2.micro', { ...xen, architectures: ['i386', 'x86_64'] }, 1, 1),
    instanceType('m4.large', { ...xen, current: false }, 2, 8),
    instanceType('t3.micro', intel, 2, 1),
    instanceType('t3.large', intel, 2, 8),
    instanceType('m5.large', intel, 2, 8),
    instanceType('m5.xlarge', intel, 4, 16),
    instanceType('r5.xlarge', intel, 4, 32),
    instanceType('c6a.large', { ...intel, manufacturer: 'AMD' }, 2, 4),
    instanceType('m7i.large', { ...intel, ghz: 3.2 }, 2, 8),
    instanceType('m7i.2xlarge', { ...intel, ghz: 3.2 }, 8, 32),
    // Bare metal and AMD graphics types boot legacy BIOS only
    instanceType('m5.metal', { ...intel, bootModes: ['legacy-bios'], tpm: false, bareMetal: true }, 96, 384),
    instanceType('g4ad.xlarge', { ...intel, bootModes: ['legacy-bios'], tpm: false, manufacturer: 'AMD' }, 4, 16),
    instanceType('t4g.medium', { ...graviton, ghz: 2.5 }, 2, 4),
    instanceType('m7g.large', graviton, 2, 8),
    instanceType('c7g.xlarge', graviton, 4, 8),
    instanceType(
      'mac2.metal',
      { ...graviton, architectures: ['arm64_mac'], manufacturer: 'Apple', bareMetal: true },
      8,
      16,
    ),
  ].map(type => [type.InstanceType as string, type]),
)

function instanceType(name: _InstanceType, shape: Shape, cpus: number, memoryGiB: number): InstanceTypeInfo {
  return {
    InstanceType: name,
    CurrentGeneration: shape.current ?? true,
    FreeTierEligible: name === 't2.micro' || name === 't3.micro',
    SupportedUsageClasses: name.startsWith('mac') ? ['on-demand'] : ['on-demand', 'spot'],
    SupportedRootDeviceTypes: ['ebs'],
    SupportedVirtualizationTypes: ['hvm'],
    BareMetal: shape.bareMetal ?? false,
    ...(shape.bareMetal ? {} : { Hypervisor: shape.hypervisor ?? 'nitro' }),
    ProcessorInfo: {
      SupportedArchitectures: shape.architectures,
      SustainedClockSpeedInGhz: shape.ghz,
      Manufacturer: shape.manufacturer,
    },
    VCpuInfo: { DefaultVCpus: cpus },
    MemoryInfo: { SizeInMiB: memoryGiB * 1024 },
    InstanceStorageSupported: false,
    EbsInfo: {
      EbsOptimizedSupport: shape.hypervisor === 'xen' ? 'unsupported' : 'default',
      EncryptionSupport: 'supported',
    },
    NetworkInfo: { EnaSupport: shape.hypervisor === 'xen' ? 'supported' : 'required' },
    BurstablePerformanceSupported: name.startsWith('t'),
    SupportedBootModes: shape.bootModes,
    NitroTpmSupport: shape.tpm ? 'supported' : 'unsupported',
    ...(shape.tpm ? { NitroTpmInfo: { SupportedVersions: ['2.0'] } } : {}),
  }
}
