import type { ClientBase } from 'pg'
import type { Image } from '../../domain/facts.ts'
import { type ImageEvidence, imageEvidence } from '../../domain/image-evidence.ts'
import { type Listed, pagesOf } from '../../domain/listing.ts'
import { imageRows } from './image-rows.ts'
import { upsertImages } from './upsert-images.ts'

/**
 * Adds what was seen of images from outside their owner, where nothing better is known: a row from a more
 * authoritative call stays. Deletes nothing: what one account no longer sees, another may. Returns the rows changed.
 */
export async function mergeSeenImages(
  client: ClientBase,
  region: string,
  seen: Listed<Image>,
  evidence: ImageEvidence,
  evidenceAccountId: string,
): Promise<number> {
  let changed = 0
  for await (const page of pagesOf(seen)) {
    if (page.length === 0) continue
    const known = await readKnown(
      client,
      region,
      page.map(image => image.imageId),
    )
    const toWrite = page
      .map(image => imageRows(image, evidence, evidenceAccountId))
      .filter(({ row }) => {
        const current = known.get(String(row['image_id']))
        if (current === undefined) return true
        const advantage = imageEvidence.indexOf(current.evidence) - imageEvidence.indexOf(evidence)
        return advantage > 0 || (advantage === 0 && current.content_hash !== row.content_hash)
      })
    changed += await upsertImages(client, region, toWrite)
  }
  return changed
}

type Known = { image_id: string; content_hash: string; evidence: ImageEvidence }

async function readKnown(client: ClientBase, region: string, imageIds: readonly string[]): Promise<Map<string, Known>> {
  const { rows } = await client.query<Known>(
    `select image_id, content_hash, evidence from amigraph.images
     where region = $1 and image_id = any($2::text[])`,
    [region, imageIds],
  )
  return new Map(rows.map(row => [row.image_id, row]))
}
