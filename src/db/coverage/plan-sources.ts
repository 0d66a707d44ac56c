import type { Source } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'

/** Makes sources known before they are read for the first time: until then their status is NEVER, an honest gap. */
export async function planSources(client: Queryable, sources: readonly Source[]): Promise<void> {
  await client.query(
    `insert into amigraph.coverage (account_id, region, kind, status)
     select * from unnest($1::text[], $2::text[], $3::text[], array_fill('NEVER'::text, array[$4::int]))
     on conflict do nothing`,
    [sources.map(s => s.accountId), sources.map(s => s.region), sources.map(s => s.kind), sources.length],
  )
}
