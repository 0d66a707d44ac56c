import type { GoldenFamily } from '../../domain/golden-family.ts'
import type { Queryable } from '../pool.ts'

/** Makes the golden families by configuration (R19) those that are configured; unchanged ones are not touched. */
export async function replaceGoldenFamilies(client: Queryable, families: readonly GoldenFamily[]): Promise<void> {
  await client.query(
    `with wanted as (
       select * from json_to_recordset($1::json)
         as w (family text, owner text, name text, "tagKey" text, "tagValue" text, watermark text)
     ), removed as (
       delete from amigraph.golden_families f where f.family not in (select w.family from wanted w)
     )
     insert into amigraph.golden_families as f (family, owner_account_id, name_pattern, tag_key, tag_value, watermark_key)
     select family, owner, name, "tagKey", "tagValue", watermark from wanted
     on conflict (family) do update set
       owner_account_id = excluded.owner_account_id, name_pattern = excluded.name_pattern,
       tag_key = excluded.tag_key, tag_value = excluded.tag_value, watermark_key = excluded.watermark_key
     where (f.owner_account_id, f.name_pattern, f.tag_key, f.tag_value, f.watermark_key)
       is distinct from (excluded.owner_account_id, excluded.name_pattern, excluded.tag_key, excluded.tag_value,
           excluded.watermark_key)`,
    [
      JSON.stringify(
        families.map(({ tag, ...family }) => ({ ...family, tagKey: tag?.key ?? null, tagValue: tag?.value ?? null })),
      ),
    ],
  )
}
