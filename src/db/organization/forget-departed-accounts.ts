import type { ClientBase } from 'pg'

/** Tables whose rows say what one account holds, and the column that names it. */
const heldBy = [
  ['account_regions', 'account_id'],
  ['targeted_reads', 'account_id'],
  ['images', 'owner_account_id'],
  ['image_tags', 'account_id'],
  ['launch_permissions', 'owner_account_id'],
  ['launch_permission_reads', 'owner_account_id'],
  ['image_views', 'account_id'],
  ['snapshots', 'owner_account_id'],
  ['snapshot_create_volume_permissions', 'owner_account_id'],
  ['snapshot_permission_reads', 'owner_account_id'],
  ['instances', 'account_id'],
  ['instance_image_metadata', 'account_id'],
  ['launch_template_versions', 'account_id'],
  ['image_references', 'account_id'],
  ['allowed_images_settings', 'account_id'],
  ['block_public_access', 'account_id'],
  ['recycle_bin_images', 'account_id'],
  ['fast_launch_images', 'account_id'],
  ['kms_keys', 'account_id'],
  ['kms_key_access', 'account_id'],
  ['kms_key_aliases', 'account_id'],
  ['kms_grants', 'account_id'],
  ['kms_key_reads', 'account_id'],
  ['image_pipelines', 'account_id'],
  ['image_builds', 'account_id'],
  ['image_build_outputs', 'account_id'],
  ['image_ancestors', 'owner_account_id'],
  ['image_ancestry_reads', 'owner_account_id'],
  ['image_usage_reports', 'owner_account_id'],
  ['image_outside_usage', 'owner_account_id'],
] as const

/**
 * Removes what is known of accounts that have left the organization: they can no longer be asked, and are no part of
 * its inventory. Instance-to-image pairs stay, bills name them for months (R17). Their images that members may still
 * launch come back through the members' own views. Returns the rows removed, coverage apart.
 */
export async function forgetDepartedAccounts(client: ClientBase): Promise<number> {
  await client.query(
    `delete from amigraph.source_jobs j
     where kind <> 'ORGANIZATION' and not exists (select from amigraph.accounts a where a.account_id = j.account_id)`,
  )
  const departed = await client.query<{ account_id: string }>(
    `delete from amigraph.coverage c
     where kind <> 'ORGANIZATION' and not exists (select from amigraph.accounts a where a.account_id = c.account_id)
     returning account_id`,
  )
  const accountIds = [...new Set(departed.rows.map(row => row.account_id))]
  if (accountIds.length === 0) return 0
  // That we can no longer look is no change of what is there.
  await client.query(`select set_config('amigraph.is_first_reading', 'true', true)`)
  let removed = 0
  for (const [table, column] of heldBy) {
    const { rowCount } = await client.query(`delete from amigraph.${table} where ${column} = any($1::text[])`, [
      accountIds,
    ])
    removed += rowCount ?? 0
  }
  await client.query(
    `delete from amigraph.image_view_members m
     where not exists (select from amigraph.image_views v where v.view_id = m.view_id)`,
  )
  return removed
}
