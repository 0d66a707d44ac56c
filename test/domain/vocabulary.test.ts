import {
  ArchitectureValues,
  BootModeValues,
  DeviceType,
  HypervisorType,
  ImageState,
  ImageTypeValues,
  InstanceLifecycleType,
  InstanceStateName,
  ProductCodeValues,
  SnapshotState,
  StorageTier,
  VirtualizationType,
} from '@aws-sdk/client-ec2'
import { AccountJoinedMethod, AccountState, OrganizationFeatureSet } from '@aws-sdk/client-organizations'
import { describe, expect, it } from 'vitest'
import { spell, type Vocabulary } from '../../src/domain/vocabulary.ts'

describe('spell', () => {
  it.each([
    ['bootMode', 'uefi-preferred', 'UEFI_PREFERRED'],
    ['architecture', 'x86_64_mac', 'X86_64_MAC'],
    ['instanceState', 'shutting-down', 'SHUTTING_DOWN'],
    ['platform', 'Windows', 'WINDOWS'],
    ['imageState', 'a state of the future', 'OTHER'],
    ['bootMode', undefined, null],
    ['bootMode', '', null],
  ] as const)('%s %s → %s', (name, given, spelled) => {
    expect(spell(name, given)).toBe(spelled)
  })

  it.each<[keyof Vocabulary, Record<string, string>]>([
    ['accountJoinedMethod', AccountJoinedMethod],
    ['accountState', AccountState],
    ['architecture', ArchitectureValues],
    ['bootMode', BootModeValues],
    ['hypervisor', HypervisorType],
    ['imageState', ImageState],
    ['imageType', ImageTypeValues],
    ['instanceLifecycle', InstanceLifecycleType],
    ['instanceState', InstanceStateName],
    ['organizationFeatureSet', OrganizationFeatureSet],
    ['productCodeKind', ProductCodeValues],
    ['rootDeviceType', DeviceType],
    ['snapshotState', SnapshotState],
    ['storageTier', StorageTier],
    ['virtualizationType', VirtualizationType],
  ])('knows every %s that the SDK knows', (name, values) => {
    for (const value of Object.values(values)) expect(spell(name, value), value).not.toBe('OTHER')
  })
})
