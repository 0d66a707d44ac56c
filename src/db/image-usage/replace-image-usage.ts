import type { ClientBase } from 'pg'
import type { UsageRead } from '../../domain/usage-report.ts'
import { toRow } from '../facts/fact-table.ts'
import { imageOutsideUsage } from '../facts/tables.ts'
import { upsertFacts } from '../facts/upsert-facts.ts'

/**
 * Makes the usage of each image whose report was read equal to its entries; that of the others of `imageIds` stays (R20),
 * and what was known of images that nobody outside may use or uses any more is forgotten. Returns the rows changed, the
 * reports themselves apart.
 */
export async function replaceImageUsage(
  client: ClientBase,
  accountId: string,
  region: string,
  imageIds: readonly string[],
  reads: readonly UsageRead[],
): Promise<number> {
  const readable = reads.filter(({ observedAt }) => observedAt !== null)
  const rows = readable
    .flatMap(({ imageId, entries }) => entries.map(entry => ({ region, imageId, ...entry, ownerAccountId: accountId })))
    .sort((a, b) => (usageKey(a) < usageKey(b) ? -1 : 1))
  const removed = await client.query(
    `delete from amigraph.image_outside_usage u
     where owner_account_id = $1 and region = $2 and (image_id <> all($3::text[]) or
       image_id = any($4::text[]) and not exists (
         select from json_to_recordset($5::json) as w ("imageId" text, "accountId" text, "resourceType" text)
         where w."imageId" = u.image_id and w."accountId" = u.account_id and w."resourceType" = u.resource_type))`,
    [accountId, region, imageIds, readable.map(read => read.imageId), JSON.stringify(rows)],
  )
  const written = await upsertFacts(client, imageOutsideUsage, rows.map(toRow))
  await client.query(
    `delete from amigraph.image_usage_reports
     where owner_account_id = $1 and region = $2 and image_id <> all($3::text[])`,
    [accountId, region, imageIds],
  )
  await recordReports(client, accountId, region, reads)
  return (removed.rowCount ?? 0) + written.length
}

const usageKey = (usage: { imageId: string; accountId: string; resourceType: string }): string =>
  `${usage.imageId} ${usage.accountId} ${usage.resourceType}`

async function recordReports(
  client: ClientBase,
  accountId: string,
  region: string,
  reads: readonly UsageRead[],
): Promise<void> {
  const rows = reads.map(({ entries: _, ...read }) => read)
  await client.query(
    `insert into amigraph.image_usage_reports as r
       (region, image_id, owner_account_id, report_id, requested_at, observed_at, error_code, error_message)
     select $1, w."imageId", $2, w."reportId", w."requestedAt", w."observedAt", w.error ->> 'code', w.error ->> 'message'
     from json_to_recordset($3::json) as w
       ("imageId" text, "reportId" text, "requestedAt" timestamptz, "observedAt" timestamptz, error json)
     order by w."imageId"
     on conflict (region, image_id) do update set
       owner_account_id = excluded.owner_account_id,
       report_id = coalesce(excluded.report_id, r.report_id),
       requested_at = coalesce(excluded.requested_at, r.requested_at),
       observed_at = coalesce(excluded.observed_at, r.observed_at),
       error_code = excluded.error_code,
       error_message = excluded.error_message
     where (r.owner_account_id, r.report_id, r.requested_at, r.observed_at, r.error_code, r.error_message)
       is distinct from (excluded.owner_account_id, coalesce(excluded.report_id, r.report_id),
         coalesce(excluded.requested_at, r.requested_at), coalesce(excluded.observed_at, r.observed_at),
         excluded.error_code, excluded.error_message)`,
    [region, accountId, JSON.stringify(rows)],
  )
}
