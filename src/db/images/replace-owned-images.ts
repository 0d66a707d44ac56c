import type { ClientBase } from 'pg'
import type { SeenImage } from '../../domain/facts.ts'
import { type Listed, onlyListed, pagesOf } from '../../domain/listing.ts'
import { changedRowsOfPages } from '../facts/changed-rows.ts'
import { type Extent, everything, extentValues, isWithin, within } from '../facts/extent.ts'
import { ListedKeys } from '../facts/listed-keys.ts'
import { images } from '../facts/tables.ts'
import { imageRows } from './image-rows.ts'
import { removeImages } from './remove-images.ts'
import { replaceImageTags } from './replace-image-tags.ts'
import { upsertImages } from './upsert-images.ts'

/**
 * Makes what is known of an owner's images in a Region equal to its own complete listing: the owner is the authority,
 * so rows that others' views left behind are taken over, and what is not listed is gone. A listing that tells of some
 * images only leaves the others as they are. Returns the rows changed.
 */
export async function replaceOwnedImages(
  client: ClientBase,
  accountId: string,
  region: string,
  listed: Listed<SeenImage>,
  extent: Extent = everything,
): Promise<number> {
  const scope = { owner_account_id: accountId, region }
  const isTold = isWithin(extent)
  const seen = onlyListed(listed, ({ image }) => isTold(image.imageId))
  const keys = new ListedKeys(images, scope)
  const changedOf = changedRowsOfPages(client, images, { ...scope, evidence: 'OWNER' })
  let changed = 0
  for await (const page of pagesOf(seen)) {
    const rows = new Map(page.map(({ image }) => [image.imageId, imageRows(image, 'OWNER', accountId)]))
    const own = [...rows.values()].map(({ row }) => row)
    keys.add(own)
    const toWrite = await changedOf(own)
    changed += await upsertImages(
      client,
      region,
      toWrite.flatMap(row => rows.get(String(row['image_id'])) ?? []),
    )
  }
  const removed = await removeImages(client, region, await readMissing(client, scope, extent, keys))
  return changed + removed + (await replaceImageTags(client, { accountId, region, setByOwner: true }, seen, extent))
}

async function readMissing(
  client: ClientBase,
  scope: { owner_account_id: string; region: string },
  extent: Extent,
  keys: ListedKeys,
): Promise<string[]> {
  const missing = keys.isMissing(5)
  const { rows } = await client.query<{ image_id: string }>(
    `select image_id from amigraph.images as fact
     where fact.owner_account_id = $1 and fact.region = $2 and ${within('fact.image_id', 3)} and ${missing.text}
     order by image_id`,
    [scope.owner_account_id, scope.region, ...extentValues(extent), ...missing.values],
  )
  return rows.map(row => row.image_id)
}
