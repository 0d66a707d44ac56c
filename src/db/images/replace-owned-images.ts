import type { ClientBase } from 'pg'
import { diffFacts } from '../../domain/diff.ts'
import type { SeenImage } from '../../domain/facts.ts'
import { imageRows } from './image-rows.ts'
import { removeImages } from './remove-images.ts'
import { replaceImageTags } from './replace-image-tags.ts'
import { upsertImages } from './upsert-images.ts'

/**
 * Makes what is known of an owner's images in a Region equal to its own complete listing: the owner is the authority,
 * so rows that others' views left behind are taken over, and what is not listed is gone. Returns the rows changed.
 */
export async function replaceOwnedImages(
  client: ClientBase,
  accountId: string,
  region: string,
  seen: readonly SeenImage[],
): Promise<number> {
  const known = await client.query<{ image_id: string; content_hash: string; evidence: string }>(
    `select image_id, content_hash, evidence from amigraph.images where owner_account_id = $1 and region = $2`,
    [accountId, region],
  )
  const collected = new Map(
    seen.map(({ image }) => {
      const rows = imageRows(image, 'OWNER', accountId)
      return [image.imageId, { rows, contentHash: rows.row.content_hash }]
    }),
  )
  const { toUpsert, toDelete } = diffFacts(
    new Map(known.rows.map(row => [row.image_id, row.evidence === 'OWNER' ? row.content_hash : ''])),
    collected,
  )
  await upsertImages(
    client,
    region,
    toUpsert.map(({ rows }) => rows),
  )
  const removed = await removeImages(client, region, toDelete)
  const tags = await replaceImageTags(client, { accountId, region, setByOwner: true }, seen)
  return toUpsert.length + removed + tags
}
