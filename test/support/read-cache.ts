import type { Pool } from '../../src/db/pool.ts'

/** Everything the cache holds of what members own and run, in an order that can be compared. */
export async function readCache(pool: Pool): Promise<Record<string, unknown[]>> {
  const read = async (text: string): Promise<unknown[]> => (await pool.query(text)).rows
  return {
    accounts: await read('select account_id, name, state, parent_id, ancestor_ids from amigraph.accounts order by 1'),
    images: await read(
      `select region, image_id, owner_account_id, name, description, state, is_public, architecture, boot_mode,
         platform_details, usage_operation, creation_date, deprecation_time, source_image_id, source_image_region
       from amigraph.images where evidence = 'OWNER' order by region, image_id`,
    ),
    blockDevices: await read(
      `select d.region, d.image_id, device_name, snapshot_id, volume_size_gib, encrypted
       from amigraph.image_block_devices d join amigraph.images using (region, image_id)
       where evidence = 'OWNER' order by d.region, d.image_id, ordinal`,
    ),
    productCodes: await read(
      `select c.region, c.image_id, product_code, kind
       from amigraph.image_product_codes c join amigraph.images using (region, image_id)
       where evidence = 'OWNER' order by c.region, c.image_id, product_code`,
    ),
    watermarks: await read(
      `select m.region, m.image_id, watermark_key, m.source_image_region, m.source_image_id, source_image_creation_time,
         watermark_creation_time
       from amigraph.image_watermarks m join amigraph.images using (region, image_id)
       where evidence = 'OWNER' order by m.region, m.image_id, watermark_key collate "C"`,
    ),
    launchPermissions: await read(
      `select region, image_id, kind, grantee from amigraph.launch_permissions
       order by region, image_id, kind, grantee collate "C"`,
    ),
    tags: await read(
      `select region, image_id, account_id, key, value from amigraph.image_tags
       order by region, image_id, account_id, key collate "C"`,
    ),
    snapshots: await read(
      `select region, snapshot_id, owner_account_id, volume_size_gib, encrypted, kms_key_id from amigraph.snapshots
       order by region, snapshot_id`,
    ),
    snapshotPermissions: await read(
      `select region, snapshot_id, kind, grantee from amigraph.snapshot_create_volume_permissions
       order by region, snapshot_id, kind, grantee collate "C"`,
    ),
    instances: await read(
      `select account_id, region, instance_id, image_id, state, instance_type, usage_operation, launch_time
       from amigraph.instances order by account_id, region, instance_id`,
    ),
    instanceTypes: await read(
      `select region, instance_type, hypervisor, supported_architectures, supported_boot_modes,
         supported_virtualization_types, nitro_tpm_support, memory_mib
       from amigraph.instance_types order by region, instance_type collate "C"`,
    ),
    allowedImages: await read(
      `select account_id, region, state, managed_by, criteria from amigraph.allowed_images_settings
       order by account_id, region`,
    ),
    blockPublicAccess: await read(
      `select account_id, region, managed_by, resource, state from amigraph.block_public_access
       order by account_id, region, resource`,
    ),
    keys: await read(
      `select arn, account_id, manager, state, multi_region, policy from amigraph.kms_keys order by arn collate "C"`,
    ),
    grants: await read(
      `select key_arn, grant_id, name, grantee_principal, retiring_principal, operations, constraints, creation_date
       from amigraph.kms_grants order by key_arn collate "C", grant_id`,
    ),
    keysNotRead: await read(
      `select name, call, error_code from amigraph.kms_key_reads where error_code is not null order by name collate "C", call`,
    ),
    pipelines: await read(
      `select arn, account_id, name, status, image_recipe_arn, distribution_configuration_arn, last_run_at
       from amigraph.image_pipelines order by arn collate "C"`,
    ),
    builds: await read(
      `select arn, version, build, state, created_at, pipeline_arn, recipe_version, distributions,
         array(select o.image_region || ' ' || o.image_id from amigraph.image_build_outputs o
           where o.build_arn = arn order by (o.image_region || ' ' || o.image_id) collate "C") as images
       from amigraph.image_builds order by arn collate "C"`,
    ),
    launchTemplates: await read(
      `select account_id, region, launch_template_id, version_number, launch_template_name, is_default, is_latest,
         image_id, image_parameter, instance_type, create_time
       from amigraph.launch_template_versions
       order by account_id, region, launch_template_id, version_number`,
    ),
    references: await read(
      `select account_id, region, image_id, kind, arn from amigraph.image_references
       order by account_id, region, image_id, kind collate "C", arn collate "C"`,
    ),
    recycleBin: await read(
      `select account_id, region, image_id, name, enter_time, exit_time from amigraph.recycle_bin_images
       order by account_id, region, image_id`,
    ),
    fastLaunch: await read(
      `select account_id, region, image_id, state, target_resource_count, state_transition_time
       from amigraph.fast_launch_images order by account_id, region, image_id`,
    ),
    views: await read(
      `select v.account_id, v.region, m.image_id
       from amigraph.image_views v join amigraph.image_view_members m using (view_id) order by 1, 2, 3`,
    ),
  }
}
