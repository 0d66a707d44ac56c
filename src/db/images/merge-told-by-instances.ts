import type { ClientBase } from 'pg'
import type { Watermark } from '../../domain/facts.ts'
import type { ImageEvidence } from '../../domain/image-evidence.ts'
import { toRow } from '../facts/fact-table.ts'
import { imageWatermarks } from '../facts/tables.ts'
import { replaceParts } from './upsert-images.ts'

/**
 * Adds what instances say of the images behind them. It is little, so of rows whose evidence is among `over` it
 * overwrites just what it names; better ones stay. Of several accounts the first is heard, they all say the same. The
 * hash of such a row is that of its watermarks.
 * Returns the rows changed.
 */
export async function mergeToldByInstances(
  client: ClientBase,
  region: string,
  imageIds: readonly string[],
  over: readonly ImageEvidence[],
): Promise<number> {
  if (imageIds.length === 0) return 0
  const { rows } = await client.query<Written>(
    `insert into amigraph.images as i (region, image_id, owner_account_id, owner_alias, name, state, is_public,
       creation_date, deprecation_time, watermark_count, evidence, evidence_account_id, content_hash)
     select distinct on (m.image_id) m.region, m.image_id, m.owner_account_id, m.owner_alias, m.name, m.state,
       coalesce(m.is_public, false), m.creation_date, m.deprecation_time, jsonb_array_length(m.watermarks),
       'INSTANCE', m.account_id, coalesce(md5(m.watermarks::text), '')
     from amigraph.instance_image_metadata m
     where m.region = $1 and m.image_id = any($2::text[])
     order by m.image_id, m.account_id
     on conflict (region, image_id) do update set
       owner_account_id = coalesce(excluded.owner_account_id, i.owner_account_id),
       owner_alias = coalesce(excluded.owner_alias, i.owner_alias),
       name = coalesce(excluded.name, i.name),
       state = excluded.state,
       is_public = excluded.is_public,
       creation_date = coalesce(excluded.creation_date, i.creation_date),
       deprecation_time = excluded.deprecation_time,
       watermark_count = coalesce(excluded.watermark_count, i.watermark_count),
       evidence = 'INSTANCE',
       evidence_account_id = excluded.evidence_account_id,
       content_hash = excluded.content_hash
     where i.evidence = any($3::text[])
       and (i.owner_account_id, i.owner_alias, i.name, i.state, i.is_public, i.creation_date, i.deprecation_time,
            i.evidence, i.content_hash)
         is distinct from
           (coalesce(excluded.owner_account_id, i.owner_account_id), coalesce(excluded.owner_alias, i.owner_alias),
            coalesce(excluded.name, i.name), excluded.state, excluded.is_public,
            coalesce(excluded.creation_date, i.creation_date), excluded.deprecation_time, 'INSTANCE',
            excluded.content_hash)
     returning i.image_id, (
       select m.watermarks from amigraph.instance_image_metadata m
       where m.region = i.region and m.image_id = i.image_id and m.account_id = i.evidence_account_id) as watermarks`,
    [region, imageIds, over],
  )
  await replaceWatermarks(client, region, rows)
  return rows.length
}

/** Null where the instances' account was told none of the image: what was known of them stays. */
type Written = { image_id: string; watermarks: Watermark[] | null }

async function replaceWatermarks(client: ClientBase, region: string, written: readonly Written[]): Promise<void> {
  const told = written.flatMap(({ image_id, watermarks }) => (watermarks ? [{ image_id, watermarks }] : []))
  await replaceParts(
    client,
    imageWatermarks,
    region,
    told.map(({ image_id }) => image_id),
    told.flatMap(({ image_id, watermarks }) => watermarks.map(mark => toRow({ region, imageId: image_id, ...mark }))),
  )
}
