import { sql } from 'kysely'
import { statusNow } from '../coverage/source-coverage.ts'
import type { Read } from '../statement.ts'
import { syncLock } from './sync-lock.ts'

export type SyncStatus = {
  readonly running: boolean
  readonly lastCompletedAt: Date | null
  readonly total: number
  readonly fresh: number
  readonly stale: number
  readonly failed: number
  readonly never: number
}

const high = Number(BigInt.asUintN(32, syncLock >> 32n))
const low = Number(BigInt.asUintN(32, syncLock))

/** How the sync stands as a whole. Has to ask the primary: locks are its own. */
export const readSyncStatus = async (read: Read): Promise<SyncStatus> => {
  const [status] = await read<SyncStatus>(sql`
    select
      exists (
        select from pg_catalog.pg_locks l
        where l.locktype = 'advisory' and l.granted and l.objsubid = 1
          and l.classid::bigint = ${sql.lit(high)} and l.objid::bigint = ${sql.lit(low)}
          and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = current_database())
      ) as running,
      (select max(r.finished_at) from amigraph.sync_runs r) as "lastCompletedAt",
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
