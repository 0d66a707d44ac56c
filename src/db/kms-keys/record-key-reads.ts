import type { ClientBase } from 'pg'
import { type Extent, extentValues, within } from '../facts/extent.ts'

/** How one call for a key went. */
export type KeyCallRead = {
  call: 'DescribeKey' | 'GetKeyPolicy' | 'ListGrants'
  attemptedAt: Date
  /** Null: it was answered */
  error: { code: string; message: string } | null
}

/**
 * Keeps when each key was last read and how it failed, and forgets keys that are not asked for any more. A key is
 * described under the name that it was asked for by, of which an alias is one; the rest is the key's own.
 */
export async function recordKeyReads(
  client: ClientBase,
  accountId: string,
  region: string,
  reads: readonly { name: string; arn: string | null; calls: readonly KeyCallRead[] }[],
  /** Of which names they tell */
  extent: Extent,
): Promise<void> {
  const rows = [
    ...new Map(
      reads
        .flatMap(({ name, arn, calls }) =>
          calls.map(read => ({ ...read, name: read.call === 'DescribeKey' ? name : (arn ?? name) })),
        )
        .map(row => [`${row.name} ${row.call}`, row]),
    ).values(),
  ]
  const values = [accountId, region, JSON.stringify(rows)]
  await client.query(
    `delete from amigraph.kms_key_reads r
     where account_id = $1 and region = $2 and ${within('r.name', 4)} and not exists (
       select from json_to_recordset($3::json) as w (name text, call text) where w.name = r.name and w.call = r.call)`,
    [...values, ...extentValues(extent)],
  )
  await client.query(
    `insert into amigraph.kms_key_reads as r
       (name, call, account_id, region, observed_at, attempted_at, error_code, error_message)
     select w.name, w.call, $1, $2, case when w.error is null then w."attemptedAt" end, w."attemptedAt",
       w.error ->> 'code', w.error ->> 'message'
     from json_to_recordset($3::json) as w (name text, call text, "attemptedAt" timestamptz, error json)
     order by w.name, w.call
     on conflict (name, call) do update set
       account_id = excluded.account_id,
       region = excluded.region,
       observed_at = coalesce(excluded.observed_at, r.observed_at),
       attempted_at = excluded.attempted_at,
       error_code = excluded.error_code,
       error_message = excluded.error_message`,
    values,
  )
}
