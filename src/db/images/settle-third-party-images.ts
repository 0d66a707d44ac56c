import type { ClientBase } from 'pg'
import type { Image } from '../../domain/facts.ts'
import { mergeSeenImages } from './merge-seen-images.ts'
import { mergeToldByInstances } from './merge-told-by-instances.ts'

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
  const told = await mergeToldByInstances(client, region, missingIds, ['LOOKUP', 'INSTANCE'])
  return merged + told + (await dropUnused(client, region))
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
