import type { KnownAnswer } from '../../domain/known-answer.ts'
import type { Queryable } from '../pool.ts'

/** What is known of a snapshot's permissions. */
export type KnownSnapshotList = KnownAnswer & {
  /** Hash of the snapshot as it is known now */
  snapshotHash: string
}

/**
 * The permission lists of an owner's snapshots that are behind shared images, by snapshot: nobody can copy from the
 * others. One is doubtful where the snapshot is not as it was, or an image that it is behind was shared since.
 */
export async function readKnownSnapshotLists(
  client: Queryable,
  accountId: string,
  region: string,
): Promise<KnownSnapshotList[]> {
  const { rows } = await client.query<KnownSnapshotList>(
    `select s.snapshot_id as id, r.observed_at as "observedAt", r.error_code is not null as failed,
       r.snapshot_hash is distinct from s.content_hash or shared.since > r.observed_at as doubtful,
       s.content_hash as "snapshotHash"
     from amigraph.snapshots s
     join lateral (
       select max(p.first_seen_at) as since
       from amigraph.image_block_devices d join amigraph.launch_permissions p
         on p.region = d.region and p.image_id = d.image_id
       where d.region = s.region and d.snapshot_id = s.snapshot_id
     ) shared on shared.since is not null
     left join amigraph.snapshot_permission_reads r on r.region = s.region and r.snapshot_id = s.snapshot_id
     where s.owner_account_id = $1 and s.region = $2
     order by s.snapshot_id`,
    [accountId, region],
  )
  return rows
}
