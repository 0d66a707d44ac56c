import type { Queryable } from '../pool.ts'

/** Whether a run has begun and not ended. */
export async function isRunUnderWay(client: Queryable): Promise<boolean> {
  const { rowCount } = await client.query('select from amigraph.sync_runs where finished_at is null limit 1')
  return rowCount === 1
}
