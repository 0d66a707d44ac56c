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
    'supported_instance_types',
    'unsupported_instance_types',
    'watermark_count',
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

export const imageWatermarks: FactTable = {
  table: 'amigraph.image_watermarks',
  key: ['region', 'image_id', 'watermark_key'],
  columns: ['source_image_region', 'source_image_id', 'source_image_creation_time', 'watermark_creation_time'],
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
  columns: ['launch_time', 'evidence'],
  appendOnly: true,
}

/** Rows are only ever added (R14, R17). */
export const instanceProducts: FactTable = {
  table: 'amigraph.instance_products',
  key: ['account_id', 'region', 'instance_id', 'product_code'],
  columns: ['kind'],
  appendOnly: true,
}

/** Rows are only ever added (R16, R17). */
export const instanceOperations: FactTable = {
  table: 'amigraph.instance_operations',
  key: ['account_id', 'region', 'instance_id', 'usage_operation'],
  columns: [],
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
    'watermarks',
    'content_hash',
  ],
}

export const launchTemplateVersions: FactTable = {
  table: 'amigraph.launch_template_versions',
  key: ['account_id', 'region', 'launch_template_id', 'version_number'],
  columns: [
    'launch_template_name',
    'description',
    'is_default',
    'is_latest',
    'image_id',
    'image_parameter',
    'instance_type',
    'create_time',
    'created_by',
    'content_hash',
  ],
}

export const imageReferences: FactTable = {
  table: 'amigraph.image_references',
  key: ['account_id', 'region', 'image_id', 'kind', 'arn'],
  columns: ['content_hash'],
}

export const allowedImagesSettings: FactTable = {
  table: 'amigraph.allowed_images_settings',
  key: ['account_id', 'region'],
  columns: ['state', 'managed_by', 'criteria', 'content_hash'],
}

export const blockPublicAccess: FactTable = {
  table: 'amigraph.block_public_access',
  key: ['account_id', 'region', 'resource'],
  columns: ['state', 'managed_by', 'content_hash'],
}

export const recycleBinImages: FactTable = {
  table: 'amigraph.recycle_bin_images',
  key: ['account_id', 'region', 'image_id'],
  columns: ['name', 'description', 'enter_time', 'exit_time', 'content_hash'],
}

export const fastLaunchImages: FactTable = {
  table: 'amigraph.fast_launch_images',
  key: ['account_id', 'region', 'image_id'],
  columns: [
    'owner_account_id',
    'resource_type',
    'target_resource_count',
    'max_parallel_launches',
    'launch_template_id',
    'launch_template_name',
    'launch_template_version',
    'state',
    'state_transition_reason',
    'state_transition_time',
    'content_hash',
  ],
}

export const instanceTypes: FactTable = {
  table: 'amigraph.instance_types',
  key: ['region', 'instance_type'],
  columns: [
    'is_current_generation',
    'is_bare_metal',
    'hypervisor',
    'supported_architectures',
    'supported_boot_modes',
    'supported_virtualization_types',
    'supported_root_device_types',
    'supported_usage_classes',
    'nitro_tpm_support',
    'ena_support',
    'default_vcpus',
    'memory_mib',
    'content_hash',
  ],
}

export const kmsKeys: FactTable = {
  table: 'amigraph.kms_keys',
  key: ['arn'],
  columns: ['account_id', 'region', 'manager', 'state', 'multi_region', 'policy', 'content_hash'],
}

export const kmsKeyAliases: FactTable = {
  table: 'amigraph.kms_key_aliases',
  key: ['alias_arn'],
  columns: ['arn', 'account_id', 'region', 'content_hash'],
}

export const kmsGrants: FactTable = {
  table: 'amigraph.kms_grants',
  key: ['key_arn', 'grant_id'],
  columns: [
    'account_id',
    'region',
    'name',
    'grantee_principal',
    'retiring_principal',
    'issuing_account',
    'operations',
    'constraints',
    'creation_date',
    'content_hash',
  ],
}

export const imagePipelines: FactTable = {
  table: 'amigraph.image_pipelines',
  key: ['arn'],
  columns: [
    'account_id',
    'region',
    'name',
    'description',
    'platform',
    'status',
    'image_recipe_arn',
    'container_recipe_arn',
    'distribution_configuration_arn',
    'schedule_expression',
    'schedule_timezone',
    'schedule_start_condition',
    'created_at',
    'updated_at',
    'last_run_at',
    'next_run_at',
    'content_hash',
  ],
}

export const imageBuilds: FactTable = {
  table: 'amigraph.image_builds',
  key: ['arn'],
  columns: [
    'version_arn',
    'account_id',
    'region',
    'name',
    'version',
    'build',
    'platform',
    'os_version',
    'build_type',
    'state',
    'state_reason',
    'created_at',
    'pipeline_arn',
    'pipeline_name',
    'recipe_arn',
    'recipe_name',
    'recipe_version',
    'parent_image',
    'distribution_configuration_arn',
    'distributions',
    'content_hash',
  ],
}

export const imageBuildOutputs: FactTable = {
  table: 'amigraph.image_build_outputs',
  key: ['build_arn', 'image_region', 'image_id'],
  columns: ['image_account_id', 'name', 'account_id', 'region', 'content_hash'],
}

/** An image's ancestry never changes: rows are only ever added. */
export const imageAncestors: FactTable = {
  table: 'amigraph.image_ancestors',
  key: ['region', 'image_id', 'generation'],
  columns: [
    'owner_account_id',
    'ancestor_region',
    'ancestor_image_id',
    'ancestor_owner_alias',
    'ancestor_creation_date',
  ],
  appendOnly: true,
}

export const imageOutsideUsage: FactTable = {
  table: 'amigraph.image_outside_usage',
  key: ['region', 'image_id', 'account_id', 'resource_type'],
  columns: ['owner_account_id', 'usage_count'],
}

/** Compiled from keys and grants, in their transaction. */
export const kmsKeyAccess: FactTable = {
  table: 'amigraph.kms_key_access',
  key: ['key_arn', 'rule_id'],
  columns: [
    'account_id',
    'region',
    'effect',
    'is_certain',
    'operations',
    'accounts',
    'except_accounts',
    'organizations',
    'except_organizations',
    'paths',
    'except_paths',
    'content_hash',
  ],
}
