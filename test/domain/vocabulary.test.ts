import {
  AllowedImagesSettingsDisabledState,
  AllowedImagesSettingsEnabledState,
  ArchitectureValues,
  BootModeType,
  BootModeValues,
  DeviceType,
  EnaSupport,
  FastLaunchStateCode,
  HypervisorType,
  ImageBlockPublicAccessDisabledState,
  ImageBlockPublicAccessEnabledState,
  ImageState,
  ImageTypeValues,
  InstanceLifecycleType,
  InstanceStateName,
  InstanceTypeHypervisor,
  ManagedBy,
  NitroTpmSupport,
  ProductCodeValues,
  SnapshotBlockPublicAccessState,
  SnapshotState,
  StorageTier,
  UsageClassType,
  VirtualizationType,
} from '@aws-sdk/client-ec2'
import { ImageStatus, PipelineStatus } from '@aws-sdk/client-imagebuilder'
import { KeyManagerType, KeyState } from '@aws-sdk/client-kms'
import { AccountJoinedMethod, AccountState, OrganizationFeatureSet } from '@aws-sdk/client-organizations'
import { describe, expect, it } from 'vitest'
import { spell, type Vocabulary } from '../../src/domain/vocabulary.ts'

describe('spell', () => {
  it.each([
    ['bootMode', 'uefi-preferred', 'UEFI_PREFERRED'],
    ['architecture', 'x86_64_mac', 'X86_64_MAC'],
    ['instanceState', 'shutting-down', 'SHUTTING_DOWN'],
    ['platform', 'Windows', 'WINDOWS'],
    ['kmsKeyState', 'PendingDeletion', 'PENDING_DELETION'],
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
    ['allowedImagesState', { ...AllowedImagesSettingsDisabledState, ...AllowedImagesSettingsEnabledState }],
    ['blockPublicAccessState', SnapshotBlockPublicAccessState],
    ['blockPublicAccessState', { ...ImageBlockPublicAccessDisabledState, ...ImageBlockPublicAccessEnabledState }],
    ['bootMode', BootModeValues],
    ['bootMode', BootModeType],
    ['fastLaunchState', FastLaunchStateCode],
    ['featureSupport', EnaSupport],
    ['featureSupport', NitroTpmSupport],
    ['hypervisor', HypervisorType],
    ['imageState', ImageState],
    ['imageType', ImageTypeValues],
    ['instanceLifecycle', InstanceLifecycleType],
    ['instanceState', InstanceStateName],
    ['instanceTypeHypervisor', InstanceTypeHypervisor],
    ['imageBuildState', ImageStatus],
    ['imagePipelineStatus', PipelineStatus],
    ['kmsKeyManager', KeyManagerType],
    ['kmsKeyState', KeyState],
    ['organizationFeatureSet', OrganizationFeatureSet],
    ['productCodeKind', ProductCodeValues],
    ['rootDeviceType', DeviceType],
    ['settingManager', ManagedBy],
    ['snapshotState', SnapshotState],
    ['storageTier', StorageTier],
    ['usageClass', UsageClassType],
    ['virtualizationType', VirtualizationType],
  ])('knows every %s that the SDK knows', (name, values) => {
    for (const value of Object.values(values)) expect(spell(name, value), value).not.toBe('OTHER')
  })
})
