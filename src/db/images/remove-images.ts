import type { ClientBase } from 'pg'

/**
 * Removes images that their owner no longer lists, with their launch permissions. One that still has instances stays,
 * as deregistered: that is what its instances run on, and its name and owner are all that can explain it. Returns the
 * rows changed.
 */
export async function removeImages(client: ClientBase, region: string, imageIds: readonly string[]): Promise<number> {
  if (imageIds.length === 0) return 0
  const values = [region, imageIds]
  const kept = await client.query(
    `update amigraph.images i set state = 'DEREGISTERED', evidence = 'INSTANCE', content_hash = ''
     where region = $1 and image_id = any($2::text[]) and (state <> 'DEREGISTERED' or evidence <> 'INSTANCE')
       and exists (select from amigraph.instances n where n.region = i.region and n.image_id = i.image_id)`,
    values,
  )
  const removed = await client.query(
    `delete from amigraph.images i where region = $1 and image_id = any($2::text[])
       and not exists (select from amigraph.instances n where n.region = i.region and n.image_id = i.image_id)`,
    values,
  )
  // After the images, so that the memory does not take the end of an image for the end of its shares.
  await client.query(
    `with gone as (
       delete from amigraph.launch_permissions where region = $1 and image_id = any($2::text[])
     )
     delete from amigraph.launch_permission_reads where region = $1 and image_id = any($2::text[])`,
    values,
  )
  return (kept.rowCount ?? 0) + (removed.rowCount ?? 0)
}
