import type { ClientBase } from 'pg'
import type { ImageReference } from '../../domain/facts.ts'
import { replacePlainFacts } from '../facts/replace-plain-facts.ts'
import { imageReferences } from '../facts/tables.ts'

/**
 * Makes the references of one account and Region equal to those found; references to images that it could not be asked
 * about stay (R20). Returns the rows changed.
 */
export async function replaceImageReferences(
  client: ClientBase,
  accountId: string,
  region: string,
  found: readonly ImageReference[],
  notAskedIds: readonly string[],
): Promise<number> {
  const kept = notAskedIds.length === 0 ? [] : await readReferences(client, accountId, region, notAskedIds)
  return replacePlainFacts(client, imageReferences, { account_id: accountId, region }, [...found, ...kept])
}

async function readReferences(
  client: ClientBase,
  accountId: string,
  region: string,
  imageIds: readonly string[],
): Promise<ImageReference[]> {
  const { rows } = await client.query<ImageReference>(
    `select account_id as "accountId", region, image_id as "imageId", kind, arn
     from amigraph.image_references where account_id = $1 and region = $2 and image_id = any($3::text[])`,
    [accountId, region, imageIds],
  )
  return rows
}
