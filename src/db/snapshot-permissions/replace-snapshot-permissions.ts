import type { ClientBase } from 'pg'
import type { SnapshotPermission } from '../../domain/facts.ts'

/** How asking for one snapshot's permissions went. */
export type SnapshotPermissionRead = {
  snapshotId: string
  /** Hash of the snapshot that was asked for */
  snapshotHash: string
  attemptedAt: Date
  /** The whole list; null where the call failed */
  permissions: SnapshotPermission[] | null
  error: { code: string; message: string } | null
}

/**
 * Makes the permissions of each snapshot that could be read equal to its list; those of the others of `snapshotIds` stay
 * (R20), and those of snapshots that are behind no shared image any more are forgotten. Returns the rows changed, the
 * reads themselves apart.
 */
export async function replaceSnapshotPermissions(
  client: ClientBase,
  accountId: string,
  region: string,
  snapshotIds: readonly string[],
  reads: readonly SnapshotPermissionRead[],
): Promise<number> {
  const readable = reads.filter(read => read.permissions !== null)
  const wanted = JSON.stringify(
    readable.flatMap(({ snapshotId, permissions }) => permissions?.map(one => ({ snapshotId, ...one })) ?? []),
  )
  const removed = await client.query(
    `delete from amigraph.snapshot_create_volume_permissions p
     where owner_account_id = $1 and region = $2 and (snapshot_id <> all($3::text[]) or
       snapshot_id = any($4::text[]) and not exists (
         select from json_to_recordset($5::json) as w ("snapshotId" text, kind text, grantee text)
         where w."snapshotId" = p.snapshot_id and w.kind = p.kind and w.grantee = p.grantee))`,
    [accountId, region, snapshotIds, readable.map(read => read.snapshotId), wanted],
  )
  const added = await client.query(
    `insert into amigraph.snapshot_create_volume_permissions (region, snapshot_id, kind, grantee, owner_account_id)
     select $1, w."snapshotId", w.kind, w.grantee, $2
     from json_to_recordset($3::json) as w ("snapshotId" text, kind text, grantee text)
     order by w."snapshotId", w.kind, w.grantee
     on conflict do nothing`,
    [region, accountId, wanted],
  )
  await client.query(
    `delete from amigraph.snapshot_permission_reads
     where owner_account_id = $1 and region = $2 and snapshot_id <> all($3::text[])`,
    [accountId, region, snapshotIds],
  )
  await recordReads(client, accountId, region, reads)
  return (removed.rowCount ?? 0) + (added.rowCount ?? 0)
}

async function recordReads(
  client: ClientBase,
  accountId: string,
  region: string,
  reads: readonly SnapshotPermissionRead[],
): Promise<void> {
  const rows = reads.map(({ snapshotId, snapshotHash, attemptedAt, permissions, error }) => ({
    snapshotId,
    attemptedAt,
    observedAt: permissions === null ? null : attemptedAt,
    hash: permissions === null ? null : snapshotHash,
    code: error?.code ?? null,
    message: error?.message ?? null,
  }))
  await client.query(
    `insert into amigraph.snapshot_permission_reads as r
       (region, snapshot_id, owner_account_id, observed_at, attempted_at, snapshot_hash, error_code, error_message)
     select $1, w."snapshotId", $2, w."observedAt", w."attemptedAt", w.hash, w.code, w.message
     from json_to_recordset($3::json) as w ("snapshotId" text, "observedAt" timestamptz, "attemptedAt" timestamptz,
       hash text, code text, message text)
     order by w."snapshotId"
     on conflict (region, snapshot_id) do update set
       owner_account_id = excluded.owner_account_id,
       observed_at = coalesce(excluded.observed_at, r.observed_at),
       attempted_at = excluded.attempted_at,
       snapshot_hash = coalesce(excluded.snapshot_hash, r.snapshot_hash),
       error_code = excluded.error_code,
       error_message = excluded.error_message`,
    [region, accountId, JSON.stringify(rows)],
  )
}
