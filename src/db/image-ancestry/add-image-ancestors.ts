import type { ClientBase } from 'pg'
import type { ImageAncestor } from '../../domain/facts.ts'
import { toRow } from '../facts/fact-table.ts'
import { imageAncestors } from '../facts/tables.ts'
import { upsertFacts } from '../facts/upsert-facts.ts'

/** How asking for one image's ancestry went. */
export type AncestryRead = {
  imageId: string
  attemptedAt: Date
  /** Null where the call failed */
  ancestors: ImageAncestor[] | null
  error: { code: string; message: string } | null
}

/** Adds what was answered, for good: an ancestry never changes. Returns the rows added, the reads themselves apart. */
export async function addImageAncestors(
  client: ClientBase,
  accountId: string,
  region: string,
  reads: readonly AncestryRead[],
): Promise<number> {
  const rows = reads.flatMap(({ imageId, ancestors }) =>
    (ancestors ?? []).map(ancestor => toRow({ region, imageId, ownerAccountId: accountId, ...ancestor })),
  )
  const added = await upsertFacts(client, imageAncestors, rows)
  await client.query(
    `insert into amigraph.image_ancestry_reads as r
       (region, image_id, owner_account_id, observed_at, attempted_at, error_code, error_message)
     select $1, w."imageId", $2, case when w.error is null then w."attemptedAt" end, w."attemptedAt",
       w.error ->> 'code', w.error ->> 'message'
     from json_to_recordset($3::json) as w ("imageId" text, "attemptedAt" timestamptz, error json)
     order by w."imageId"
     on conflict (region, image_id) do update set
       owner_account_id = excluded.owner_account_id,
       observed_at = coalesce(excluded.observed_at, r.observed_at),
       attempted_at = excluded.attempted_at,
       error_code = excluded.error_code,
       error_message = excluded.error_message`,
    [region, accountId, JSON.stringify(reads.map(({ ancestors: _, ...read }) => read))],
  )
  return added.length
}
