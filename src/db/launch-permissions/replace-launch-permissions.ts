import type { ClientBase } from 'pg'
import type { LaunchPermission } from '../../domain/facts.ts'

/** How asking for one image's launch permissions went. */
export type PermissionRead = {
  imageId: string
  attemptedAt: Date
  /** The whole list; null where the call failed */
  permissions: LaunchPermission[] | null
  error: { code: string; message: string } | null
}

/**
 * Makes the launch permissions of each image that could be read equal to its list; those of the others stay (R20).
 * Permissions that did not change are not touched, and neither are those that somebody read later. Returns the rows
 * changed, the reads themselves apart.
 */
export async function replaceLaunchPermissions(
  client: ClientBase,
  accountId: string,
  region: string,
  asked: readonly PermissionRead[],
): Promise<number> {
  if (asked.length === 0) return 0
  const reads = await withoutOutdated(client, region, asked)
  const readable = reads.filter(read => read.permissions !== null)
  const imageIds = readable.map(read => read.imageId)
  const wanted = JSON.stringify(
    readable.flatMap(({ imageId, permissions }) => permissions?.map(permission => ({ imageId, ...permission })) ?? []),
  )
  const removed = await client.query(
    `delete from amigraph.launch_permissions p
     where region = $1 and image_id = any($2::text[]) and not exists (
       select from json_to_recordset($3::json) as w ("imageId" text, kind text, grantee text)
       where w."imageId" = p.image_id and w.kind = p.kind and w.grantee = p.grantee)`,
    [region, imageIds, wanted],
  )
  const added = await client.query(
    `insert into amigraph.launch_permissions (region, image_id, kind, grantee, target_id, owner_account_id)
     select $1, w."imageId", w.kind, w.grantee, w."targetId", $2
     from json_to_recordset($3::json) as w ("imageId" text, kind text, grantee text, "targetId" text)
     order by w."imageId", w.kind, w.grantee
     on conflict do nothing`,
    [region, accountId, wanted],
  )
  await recordReads(client, accountId, region, reads)
  return (removed.rowCount ?? 0) + (added.rowCount ?? 0)
}

async function withoutOutdated(
  client: ClientBase,
  region: string,
  reads: readonly PermissionRead[],
): Promise<PermissionRead[]> {
  const { rows } = await client.query<{ image_id: string }>(
    `select image_id
     from amigraph.launch_permission_reads r
     join unnest($2::text[], $3::timestamptz[]) as asked (image_id, attempted_at) using (image_id)
     where r.region = $1 and r.observed_at > asked.attempted_at`,
    [region, reads.map(read => read.imageId), reads.map(read => read.attemptedAt)],
  )
  const outdated = new Set(rows.map(row => row.image_id))
  return reads.filter(read => !outdated.has(read.imageId))
}

async function recordReads(
  client: ClientBase,
  accountId: string,
  region: string,
  reads: readonly PermissionRead[],
): Promise<void> {
  const rows = reads.map(({ imageId, attemptedAt, permissions, error }) => ({
    imageId,
    attemptedAt,
    observedAt: permissions === null ? null : attemptedAt,
    code: error?.code ?? null,
    message: error?.message ?? null,
  }))
  await client.query(
    `insert into amigraph.launch_permission_reads as r
       (region, image_id, owner_account_id, observed_at, first_observed_at, attempted_at, error_code, error_message)
     select $1, w."imageId", $2, w."observedAt", case when w."observedAt" is not null then now() end, w."attemptedAt", w.code, w.message
     from json_to_recordset($3::json)
       as w ("imageId" text, "observedAt" timestamptz, "attemptedAt" timestamptz, code text, message text)
     order by w."imageId"
     on conflict (region, image_id) do update set
       owner_account_id = excluded.owner_account_id,
       observed_at = coalesce(excluded.observed_at, r.observed_at),
       first_observed_at = coalesce(r.first_observed_at, excluded.first_observed_at),
       attempted_at = excluded.attempted_at,
       error_code = excluded.error_code,
       error_message = excluded.error_message`,
    [region, accountId, JSON.stringify(rows)],
  )
}
