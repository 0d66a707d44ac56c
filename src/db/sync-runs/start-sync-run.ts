import type { Queryable } from '../pool.ts'

/** Records that a sync over the organization begins. Returns its ID, and the database's clock. */
export async function startSyncRun(client: Queryable): Promise<{ syncRunId: string; startedAt: Date }> {
  const { rows } = await client.query<{ syncRunId: string; startedAt: Date }>(
    `insert into amigraph.sync_runs default values returning sync_run_id as "syncRunId", started_at as "startedAt"`,
  )
  const [run] = rows
  if (run === undefined) throw new Error('The sync run was not recorded')
  return run
}
