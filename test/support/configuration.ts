import type { Pool } from '../../src/db/pool.ts'
import { accounts, insert, regions } from './inventory.ts'

type Row = Readonly<Record<string, unknown>>

export const instanceTypeRow = (instance_type: string, more: Row = {}): Row => ({
  region: regions.frankfurt,
  instance_type,
  is_current_generation: true,
  is_bare_metal: false,
  hypervisor: 'NITRO',
  supported_architectures: ['X86_64'],
  supported_boot_modes: ['LEGACY_BIOS', 'UEFI'],
  supported_virtualization_types: ['HVM'],
  supported_root_device_types: ['EBS'],
  supported_usage_classes: ['ON_DEMAND', 'SPOT'],
  nitro_tpm_support: 'SUPPORTED',
  ena_support: 'REQUIRED',
  default_vcpus: 2,
  memory_mib: 8192,
  content_hash: '',
  ...more,
})

/** What accounts of the inventory have set, and what AWS offers where they are. */
export const seedConfiguration = async (pool: Pool): Promise<void> => {
  const old = { hypervisor: 'XEN', supported_boot_modes: ['LEGACY_BIOS'], nitro_tpm_support: 'UNSUPPORTED' }
  await insert(pool, 'instance_types', [
    instanceTypeRow('m7i.large'),
    instanceTypeRow('m7i.large', { region: regions.virginia }),
    instanceTypeRow('m7g.large', { supported_architectures: ['ARM64'], supported_boot_modes: ['UEFI'] }),
    instanceTypeRow('t2.micro', {
      ...old,
      supported_architectures: ['I386', 'X86_64'],
      is_current_generation: false,
      ena_support: null,
      default_vcpus: 1,
    }),
    instanceTypeRow('m5.metal', { is_bare_metal: true, hypervisor: null, nitro_tpm_support: null }),
  ])
  const criterion = {
    imageProviders: ['amazon', accounts.golden],
    imageNames: null,
    marketplaceProductCodes: null,
    maximumDaysSinceCreated: 300,
    maximumDaysSinceDeprecated: null,
    otherConditions: [],
  }
  await insert(pool, 'allowed_images_settings', [
    {
      account_id: accounts.appA,
      region: regions.frankfurt,
      state: 'ENABLED',
      managed_by: 'DECLARATIVE_POLICY',
      criteria: JSON.stringify([
        criterion,
        { ...criterion, imageProviders: null, imageNames: ['keel*'], otherConditions: ['ImageWatermarks'] },
      ]),
      content_hash: '',
    },
    {
      account_id: accounts.golden,
      region: regions.frankfurt,
      state: 'DISABLED',
      managed_by: null,
      criteria: '[]',
      content_hash: '',
    },
  ])
  const blocked = (account_id: string, resource: string, state: string) => ({
    account_id,
    region: regions.frankfurt,
    resource,
    state,
    managed_by: 'ACCOUNT',
    content_hash: '',
  })
  await insert(pool, 'block_public_access', [
    blocked(accounts.appA, 'IMAGE', 'BLOCK_NEW_SHARING'),
    blocked(accounts.appA, 'SNAPSHOT', 'BLOCK_ALL_SHARING'),
    blocked(accounts.golden, 'IMAGE', 'UNBLOCKED'),
  ])
}
