import type { KnownAnswer } from '../../domain/known-answer.ts'
import type { Queryable } from '../pool.ts'

/** What is known of the launch permission list of an image that its owner can be asked for. */
export type KnownList = KnownAnswer & {
  /** Hash of the image as it is known now */
  imageHash: string
  /** How many doubts there are by now */
  doubts: number
}

/**
 * The launch permission lists of an owner's images, by image. One is doubtful where the image is not as it was when the
 * list was read (as its visibility), a consumer's view disagrees with it, or an event named it. Cost grows with the
 * owner's images in the Region.
 */
export async function readKnownLists(client: Queryable, accountId: string, region: string): Promise<KnownList[]> {
  const { rows } = await client.query<KnownList>(
    `select i.image_id as id, r.observed_at as "observedAt", r.error_code is not null as failed,
       r.image_hash is distinct from i.content_hash or r.doubts > r.doubts_settled as doubtful,
       i.content_hash as "imageHash", coalesce(r.doubts, 0)::integer as doubts
     from amigraph.images i left join amigraph.launch_permission_reads r
       on r.region = i.region and r.image_id = i.image_id
     where i.owner_account_id = $1 and i.region = $2 and i.evidence = 'OWNER'
     order by i.image_id`,
    [accountId, region],
  )
  return rows
}
