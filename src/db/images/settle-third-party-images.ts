import type { ClientBase } from 'pg'
import type { Image } from '../../domain/facts.ts'
import { mergeSeenImages } from './merge-seen-images.ts'

/**
 * Brings the images of a Region that no member owns to what is known now: those found by ID are added, those that
 * cannot be found are told by what their instances say, and those that nobody runs, sees or owns any more are dropped.
 * Returns the rows changed.
 */
export async function settleThirdPartyImages(
  client: ClientBase,
  region: string,
  askedIds: readonly string[],
  found: readonly Image[],
  evidenceAccountId: string,
): Promise<number> {
  const foundIds = new Set(found.map(image => image.imageId))
  const missingIds = askedIds.filter(imageId => !foundIds.has(imageId))
  const merged = await mergeSeenImages(client, region, found, 'LOOKUP', evidenceAccountId)
  const told = await mergeToldByInstances(client, region, missingIds)
  return merged + told + (await dropUnused(client, region))
}

/**
 * What the instances say is little, but newer than what could once be looked up: it overwrites just what it names. Of
 * several accounts the first is heard, they all say the same.
 */
async function mergeToldByInstances(client: ClientBase, region: string, imageIds: readonly string[]): Promise<number> {
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
     where i.evidence in ('LOOKUP', 'INSTANCE')
       and (i.owner_account_id, i.owner_alias, i.name, i.state, i.is_public, i.creation_date, i.deprecation_time,
            i.evidence)
         is distinct from
           (coalesce(excluded.owner_account_id, i.owner_account_id), coalesce(excluded.owner_alias, i.owner_alias),
            coalesce(excluded.name, i.name), excluded.state, excluded.is_public,
            coalesce(excluded.creation_date, i.creation_date), excluded.deprecation_time, 'INSTANCE')`,
    [region, imageIds],
  )
  return rowCount ?? 0
}

async function dropUnused(client: ClientBase, region: string): Promise<number> {
  const { rowCount } = await client.query(
    `delete from amigraph.images i where i.region = $1 and i.evidence <> 'OWNER'
       and not exists (select from amigraph.instances n where n.region = i.region and n.image_id = i.image_id)
       and not exists (select from amigraph.image_view_members m where m.region = i.region and m.image_id = i.image_id)`,
    [region],
  )
  return rowCount ?? 0
}
