import type { Queryable } from '../pool.ts'
import type { KnownList } from './read-known-lists.ts'

/** The lists of these images were read: what was doubtful of them before is not any more. What came up since stays. */
export async function settleDoubts(client: Queryable, region: string, lists: readonly KnownList[]): Promise<void> {
  if (lists.length === 0) return
  await client.query(
    `update amigraph.launch_permission_reads r set image_hash = read.image_hash, doubts_settled = read.doubts
     from unnest($2::text[], $3::text[], $4::bigint[]) as read (image_id, image_hash, doubts)
     where r.region = $1 and r.image_id = read.image_id
       and (r.image_hash, r.doubts_settled) is distinct from (read.image_hash, read.doubts)`,
    [region, lists.map(list => list.id), lists.map(list => list.imageHash), lists.map(list => list.doubts)],
  )
}
