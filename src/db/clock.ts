import type { Queryable } from './pool.ts'

/** The database's clock: the one clock that all workers share, whatever their own say. */
export async function databaseTime(client: Queryable): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
  const [row] = rows
  if (row === undefined) throw new Error('The database did not tell the time')
  return row.now
}
