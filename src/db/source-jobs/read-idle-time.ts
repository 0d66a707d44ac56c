import type { Place } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'
import { prepare } from '../statement.ts'

/** Milliseconds since a source of the place was last read, or tried, by any worker; null where none ever was. */
export async function readIdleTime(client: Queryable, { accountId, region }: Place): Promise<number | null> {
  const { rows } = await client.query<{ idle: number | null }>(
    prepare({
      text: `select (extract(epoch from clock_timestamp() - max(last_attempt_at)) * 1000)::float8 as idle
     from amigraph.coverage where account_id = $1 and region = $2`,
      values: [accountId, region],
    }),
  )
  return rows[0]?.idle ?? null
}
