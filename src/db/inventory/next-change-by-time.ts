import { sql } from 'kysely'
import type { Read } from '../statement.ts'

/**
 * Milliseconds until the next moment at which an answer changes although no row does: an image becomes deprecated (R4),
 * or what was read becomes STALE (R20). Null: none is known. Two looks into indexes.
 */
export const nextChangeByTime = async (read: Read): Promise<number | null> => {
  const [row] = await read<{ ms: number | null }>(sql`
    select (extract(epoch from least(
      (select coalesce(i.deprecation_time, 'infinity'::timestamptz) from amigraph.images i
        where coalesce(i.deprecation_time, 'infinity'::timestamptz) > now()
        order by coalesce(i.deprecation_time, 'infinity'::timestamptz) limit 1),
      (select min(c.fresh_until) from amigraph.coverage c where c.status = 'FRESH' and c.fresh_until >= now())
    ) - now()) * 1000)::double precision as ms`)
  const ms = row?.ms ?? null
  return ms === null || !Number.isFinite(ms) ? null : ms
}
