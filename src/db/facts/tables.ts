import { imageEvidence } from '../../domain/image-evidence.ts'
import type { FactTable } from './fact-table.ts'

/** How authoritative the call behind an image's row is: 1 is the most. */
function rank(row: 'excluded' | 'fact'): string {
  return `array_position(array[${imageEvidence.map(evidence => `'${evidence}'`)}], ${row}.evidence)`
}

export const organizations: FactTable = {
  table: 'amigraph.organizations',
  key: ['organization_id'],
  columns: ['arn', 'management_account_id', 'feature_set', 'content_hash'],
}

export const organizationalUnits: FactTable = {
  table: 'amigraph.organizational_units',
  key: ['organizational_unit_id'],
  columns: ['organization_id', 'parent_id', 'arn', 'name', 'path', 'ancestor_ids', 'content_hash'],
}

export const accounts: FactTable = {
  table: 'amigraph.accounts',
  key: ['account_id'],
  columns: [
    'organization_id',
    'arn',
    'name',
    'email',
    'state',
    'joined_method',
    'joined_at',
    'parent_id',
    'organizational_unit_path',
    'ancestor_ids',
    'content_hash',
  ],
}

export const accountRegions: FactTable = {
  table: 'amigraph.account_regions',
  key: ['account_id', 'region'],
  columns: ['opt_in_status', 'content_hash'],
}

export const images: FactTable = {
  table: 'amigraph.images',
  key: ['region', 'image_id'],
  columns: [
    'owner_account_id',
    'owner_alias',
    'name',
    'description',
    'state',
    'state_reason',
    'is_public',
    'image_type',
    'architecture',
    'platform',
    'platform_details',
    'usage_operation',
    'boot_mode',
    'tpm_support',
    'imds_support',
    'virtualization_type',
    'hypervisor',
    'ena_support',
    'sriov_net_support',
    'root_device_type',
    'root_device_name',
    'image_location',
    'kernel_id',
    'ramdisk_id',
    'creation_date',
    'deprecation_time',
    'last_launched_time',
    'deregistration_protection',
    'source_image_id',
    'source_image_region',
    'source_instance_id',
    'evidence',
    'evidence_account_id',
    'content_hash',
  ],
  // Decided by the row that is there when it is locked: an owner's listing may have come in between.
  overwriteIf: `${rank('excluded')} <= ${rank('fact')}`,
}

export const imageBlockDevices: FactTable = {
  table: 'amigraph.image_block_devices',
  key: ['region', 'image_id', 'ordinal'],
  columns: [
    'device_name',
    'snapshot_id',
    'volume_size_gib',
    'volume_type',
    'iops',
    'throughput_mib',
    'encrypted',
    'kms_key_id',
    'delete_on_termination',
    'virtual_name',
    'suppressed',
  ],
}

export const imageProductCodes: FactTable = {
  table: 'amigraph.image_product_codes',
  key: ['region', 'image_id', 'product_code'],
  columns: ['kind'],
}

export const imageTags: FactTable = {
  table: 'amigraph.image_tags',
  key: ['region', 'image_id', 'account_id', 'key'],
  columns: ['value', 'set_by_owner', 'content_hash'],
}

export const snapshots: FactTable = {
  table: 'amigraph.snapshots',
  key: ['region', 'snapshot_id'],
  columns: [
    'owner_account_id',
    'volume_id',
    'volume_size_gib',
    'encrypted',
    'kms_key_id',
    'state',
    'storage_tier',
    'start_time',
    'description',
    'content_hash',
  ],
}

export const instances: FactTable = {
  table: 'amigraph.instances',
  key: ['account_id', 'region', 'instance_id'],
  columns: [
    'image_id',
    'state',
    'instance_type',
    'architecture',
    'boot_mode',
    'current_boot_mode',
    'platform',
    'platform_details',
    'usage_operation',
    'lifecycle',
    'availability_zone',
    'launch_time',
    'tags',
    'content_hash',
  ],
}

export const instanceProductCodes: FactTable = {
  table: 'amigraph.instance_product_codes',
  key: ['account_id', 'region', 'instance_id', 'product_code'],
  columns: ['kind'],
}

/** Rows are only ever added (R17). */
export const instanceImages: FactTable = {
  table: 'amigraph.instance_images',
  key: ['account_id', 'region', 'instance_id', 'image_id'],
  columns: ['launch_time'],
  appendOnly: true,
}

export const instanceImageMetadata: FactTable = {
  table: 'amigraph.instance_image_metadata',
  key: ['account_id', 'region', 'image_id'],
  columns: [
    'name',
    'owner_account_id',
    'owner_alias',
    'state',
    'is_public',
    'creation_date',
    'deprecation_time',
    'image_allowed',
    'content_hash',
  ],
}
