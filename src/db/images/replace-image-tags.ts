import type { ClientBase } from 'pg'
import { contentHash } from '../../domain/content-hash.ts'
import type { SeenImage } from '../../domain/facts.ts'
import type { Listed } from '../../domain/listing.ts'
import { type Extent, everything } from '../facts/extent.ts'
import { toRow } from '../facts/fact-table.ts'
import { replaceFacts } from '../facts/replace-facts.ts'
import { imageTags } from '../facts/tables.ts'

export type TagScope = {
  /** The account that set the tags and saw them (R10) */
  accountId: string
  region: string
  /** Whether these are the tags of images that the account owns, or those it set on images of others */
  setByOwner: boolean
}

/** Makes the tags that one account set equal to those it sees, on the images of the extent. Returns the rows changed. */
export async function replaceImageTags(
  client: ClientBase,
  { accountId, region, setByOwner }: TagScope,
  seen: Listed<SeenImage>,
  extent: Extent = everything,
): Promise<number> {
  const scope = { account_id: accountId, region, set_by_owner: String(setByOwner) }
  const rowsOf = ({ image: { imageId }, tags }: SeenImage) =>
    tags.map(tag => ({
      ...toRow({ region, imageId, accountId, ...tag, setByOwner }),
      content_hash: contentHash(tag),
    }))
  return replaceFacts(client, imageTags, scope, seen, rowsOf, { among: { column: 'image_id', extent } })
}
