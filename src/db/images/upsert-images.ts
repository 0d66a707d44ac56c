import type { ClientBase } from 'pg'
import { imageBlockDevices, imageProductCodes, images } from '../facts/tables.ts'
import { upsertFacts } from '../facts/upsert-facts.ts'
import type { ImageRows } from './image-rows.ts'

/** Writes images of one Region with their block devices and product codes. Give only those that are new or changed. */
export async function upsertImages(client: ClientBase, region: string, changed: readonly ImageRows[]): Promise<void> {
  if (changed.length === 0) return
  const ordered = changed.toSorted((a, b) => (String(a.row.image_id) < String(b.row.image_id) ? -1 : 1))
  await upsertFacts(
    client,
    images,
    ordered.map(({ row }) => row),
  )
  const imageIds = ordered.map(({ row }) => row.image_id)
  for (const children of ['image_block_devices', 'image_product_codes'])
    await client.query(`delete from amigraph.${children} where region = $1 and image_id = any($2::text[])`, [
      region,
      imageIds,
    ])
  await upsertFacts(
    client,
    imageBlockDevices,
    ordered.flatMap(({ blockDevices }) => blockDevices),
  )
  await upsertFacts(
    client,
    imageProductCodes,
    ordered.flatMap(({ productCodes }) => productCodes),
  )
}
