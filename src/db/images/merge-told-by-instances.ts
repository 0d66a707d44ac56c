import type { ClientBase } from 'pg'
import type { ImageEvidence } from '../../domain/image-evidence.ts'

/**
 * Adds what instances say of the images behind them. It is little, so of rows whose evidence is among `over` it
 * overwrites just what it names; better ones stay. Of several accounts the first is heard, they all say the same.
 * Returns the rows changed.
 */
export async function mergeToldByInstances(
  client: ClientBase,
  region: string,
  imageIds: readonly string[],
  over: readonly ImageEvidence[],
): Promise<number> {
  if (imageIds.length === 0) return 0
  const { rowCount } = await client.query(
    `insert into amigraph.images as i (region, image_id, owner_account_id, owner_alias, name, state, is_public,
       creation_date, deprecation_time, evidence, evidence_account_id, content_hash)
     select distinct on (m.image_id) m.region, m.image_id, m.owner_account_id, m.owner_alias, m.name, m.state,
       coalesce(m.is_public, false), m.creation_date, m.deprecation_time, 'INSTANCE', m.account_id, ''
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
       evidence = 'INSTANCE',
       evidence_account_id = excluded.evidence_account_id,
       content_hash = ''
     where i.evidence = any($3::text[])
       and (i.owner_account_id, i.owner_alias, i.name, i.state, i.is_public, i.creation_date, i.deprecation_time,
            i.evidence)
         is distinct from
           (coalesce(excluded.owner_account_id, i.owner_account_id), coalesce(excluded.owner_alias, i.owner_alias),
            coalesce(excluded.name, i.name), excluded.state, excluded.is_public,
            coalesce(excluded.creation_date, i.creation_date), excluded.deprecation_time, 'INSTANCE')`,
    [region, imageIds, over],
  )
  return rowCount ?? 0
}
