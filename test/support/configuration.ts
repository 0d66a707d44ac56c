import type { Pool } from '../../src/db/pool.ts'
import { accounts, images, insert, regions } from './inventory.ts'

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

export const launchTemplateRow = (
  launch_template_id: string,
  version_number: number,
  image_id: string | null,
  more: Row = {},
): Row => ({
  account_id: accounts.appA,
  region: regions.frankfurt,
  launch_template_id,
  version_number,
  launch_template_name: 'web',
  is_default: true,
  is_latest: true,
  image_id,
  instance_type: 'm7i.large',
  create_time: '2026-04-01T00:00:00Z',
  created_by: `arn:aws:iam::${accounts.appA}:role/deploy`,
  content_hash: '',
  ...more,
})

export const imageReferenceRow = (image_id: string, arn: string, more: Row = {}): Row => ({
  account_id: accounts.appA,
  region: regions.frankfurt,
  image_id,
  kind: 'SSM_PARAMETER',
  arn,
  content_hash: '',
  ...more,
})

export const recycledRow = (image_id: string, more: Row = {}): Row => ({
  account_id: accounts.golden,
  region: regions.frankfurt,
  image_id,
  name: 'old',
  enter_time: '2026-10-01T00:00:00Z',
  exit_time: '2026-12-01T00:00:00Z',
  content_hash: '',
  ...more,
})

export const parameterArn = (account: string) => `arn:aws:ssm:eu-central-1:${account}:parameter/golden`

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
  await seedNaming(pool)
}

/** What names images, in two accounts. */
const seedNaming = async (pool: Pool) => {
  const other = { account_id: accounts.appB }
  await insert(pool, 'launch_template_versions', [
    launchTemplateRow('lt-00000001', 3, images.manyPaths, { is_default: false }),
    launchTemplateRow('lt-00000001', 1, images.deprecated, { is_latest: false, instance_type: null }),
    launchTemplateRow('lt-00000002', 1, images.manyPaths, { ...other, image_parameter: 'resolve:ssm:golden' }),
    launchTemplateRow('lt-00000003', 1, null, { ...other, image_parameter: 'resolve:ssm:nothing' }),
    launchTemplateRow('lt-00000004', 1, 'ami-0000dead', { launch_template_name: null, created_by: null }),
  ])
  await insert(pool, 'image_references', [
    imageReferenceRow(images.manyPaths, parameterArn(accounts.appA)),
    imageReferenceRow(images.manyPaths, parameterArn(accounts.appB), other),
    imageReferenceRow(images.manyPaths, 'arn:aws:imagebuilder:::image-recipe/x', { kind: 'IMAGE_BUILDER_RECIPE' }),
    imageReferenceRow('ami-0000dead', parameterArn(accounts.golden), { account_id: accounts.golden }),
  ])
  await insert(pool, 'recycle_bin_images', [
    recycledRow(images.gone),
    recycledRow('ami-0000dead', { name: null, exit_time: null, account_id: accounts.appA }),
  ])
  const fast = (account_id: string, more: Row = {}) => ({
    account_id,
    region: regions.frankfurt,
    image_id: images.manyPaths,
    owner_account_id: accounts.golden,
    resource_type: 'snapshot',
    target_resource_count: 5,
    max_parallel_launches: 6,
    launch_template_id: 'lt-00000001',
    launch_template_name: 'fast',
    launch_template_version: '1',
    state: 'ENABLED',
    state_transition_reason: 'Client.UserInitiated',
    state_transition_time: '2026-05-01T00:00:00Z',
    content_hash: '',
    ...more,
  })
  await insert(pool, 'fast_launch_images', [
    fast(accounts.golden),
    fast(accounts.appA, { state: 'ENABLING_FAILED', target_resource_count: null, launch_template_id: null }),
  ])
}
