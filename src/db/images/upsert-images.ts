import type { ClientBase } from 'pg'
import { imageBlockDevices, imageProductCodes, images } from '../facts/tables.ts'
import { upsertFacts } from '../facts/upsert-facts.ts'
import type { ImageRows } from './image-rows.ts'

/**
 * Writes images of one Region with their block devices and product codes. Give only those that are new or changed.
 * Returns how many were written: a row that a more authoritative call made stays.
 */
export async function upsertImages(client: ClientBase, region: string, changed: readonly ImageRows[]): Promise<number> {
  if (changed.length === 0) return 0
  const byId = new Map(changed.map(rows => [rows.row.image_id, rows]))
  const ordered = changed.map(({ row }) => row).toSorted((a, b) => (String(a.image_id) < String(b.image_id) ? -1 : 1))
  const written = await upsertFacts(client, images, ordered)
  const imageIds = written.map(row => row.image_id)
  for (const children of ['image_block_devices', 'image_product_codes'])
    await client.query(`delete from amigraph.${children} where region = $1 and image_id = any($2::text[])`, [
      region,
      imageIds,
    ])
  const writtenRows = imageIds.map(imageId => byId.get(imageId)).filter(rows => rows !== undefined)
  await upsertFacts(
    client,
    imageBlockDevices,
    writtenRows.flatMap(({ blockDevices }) => blockDevices),
  )
  await upsertFacts(
    client,
    imageProductCodes,
    writtenRows.flatMap(({ productCodes }) => productCodes),
  )
  return written.length
}
