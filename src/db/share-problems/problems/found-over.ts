import { sql } from 'kysely'
import type { Sql } from '../../statement.ts'

export type ImageName = { readonly region: string; readonly imageId: string }

/**
 * WITH items that problems are found over, each made once for all of them:
 * - `doubted` (region, image_id): the images in question
 * - `image_key` (region, image_id, key, manager): the keys behind their encrypted volumes; a key that nobody told is null
 */
export const foundOver = (images: readonly ImageName[]): Sql => sql`
  doubted as materialized (
    select region, image_id
    from unnest(${images.map(({ region }) => region)}::text[], ${images.map(({ imageId }) => imageId)}::text[])
      as named (region, image_id)
  ), image_key as materialized (
    select k.region, k.image_id, k.key, amigraph.key_manager(k.key) as manager
    from (
      select distinct v.region, v.image_id, amigraph.key_of(v.key_reference, v.region, v.key_account_id) as key
      from doubted join amigraph.image_storage v on v.region = doubted.region and v.image_id = doubted.image_id
      where v.encrypted
    ) k
  )`
