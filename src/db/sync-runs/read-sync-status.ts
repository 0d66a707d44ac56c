import { sql } from 'kysely'
import { statusNow } from '../coverage/source-coverage.ts'
import { isHeld, placeLock } from '../source-jobs/locks.ts'
import type { Read } from '../statement.ts'

export type SyncStatus = {
  readonly running: boolean
  readonly lastCompletedAt: Date | null
  readonly total: number
  readonly fresh: number
  readonly stale: number
  readonly failed: number
  readonly never: number
}

/** How the sync stands as a whole. Has to ask the primary: locks are its own. */
export const readSyncStatus = async (read: Read): Promise<SyncStatus> => {
  const [status] = await read<SyncStatus>(sql`
    select
      ${sql.raw(isHeld(placeLock))} as running,
      (select max(r.finished_at) from amigraph.sync_runs r where r.account_id is null) as "lastCompletedAt",
      source.total, source.fresh, source.stale, source.failed, source.never
    from (
      select
        count(*)::integer as total,
        (count(*) filter (where counted.status = 'FRESH'))::integer as fresh,
        (count(*) filter (where counted.status = 'STALE'))::integer as stale,
        (count(*) filter (where counted.status in ('FAILED', 'DENIED')))::integer as failed,
        (count(*) filter (where counted.status = 'NEVER'))::integer as never
      from (select ${statusNow('c')} as status from amigraph.coverage c where c.status <> 'NOT_APPLICABLE') counted
    ) source`)
  if (status === undefined) throw new Error('The status of the sync did not come')
  return status
}
