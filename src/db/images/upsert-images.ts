import type { ClientBase } from 'pg'
import type { FactTable, Row } from '../facts/fact-table.ts'
import { imageBlockDevices, imageProductCodes, images, imageWatermarks } from '../facts/tables.ts'
import { upsertFacts } from '../facts/upsert-facts.ts'
import type { ImageRows } from './image-rows.ts'

/**
 * Writes images of one Region with their block devices, product codes and watermarks. Give only those that are new or changed.
 * Returns how many were written: a row that a more authoritative call made stays.
 */
export async function upsertImages(client: ClientBase, region: string, changed: readonly ImageRows[]): Promise<number> {
  if (changed.length === 0) return 0
  const byId = new Map(changed.map(rows => [rows.row['image_id'], rows]))
  const ordered = changed
    .map(({ row }) => row)
    .toSorted((a, b) => (String(a['image_id']) < String(b['image_id']) ? -1 : 1))
  const written = (await upsertFacts(client, images, ordered)).flatMap(row => byId.get(row['image_id']) ?? [])
  const imageIds = written.map(({ row }) => row['image_id'])
  const parts = (name: 'blockDevices' | 'productCodes' | 'watermarks') => written.flatMap(rows => rows[name])
  await replaceParts(client, imageBlockDevices, region, imageIds, parts('blockDevices'))
  await replaceParts(client, imageProductCodes, region, imageIds, parts('productCodes'))
  await replaceParts(client, imageWatermarks, region, imageIds, parts('watermarks'))
  return written.length
}

/** Makes what belongs to these images equal to `rows`; what stays the same is not touched. */
export async function replaceParts(
  client: ClientBase,
  to: FactTable,
  region: string,
  imageIds: readonly unknown[],
  rows: readonly Row[],
): Promise<void> {
  const same = to.key.map(column => `part.${column} = given.${column}`)
  await client.query(
    `delete from ${to.table} part where part.region = $1 and part.image_id = any($2::text[])
       and not exists (select from json_populate_recordset(null::${to.table}, $3::json) as given
         where ${same.join(' and ')})`,
    [region, imageIds, JSON.stringify(rows.map(row => Object.fromEntries(to.key.map(name => [name, row[name]]))))],
  )
  await upsertFacts(client, to, rows)
}
