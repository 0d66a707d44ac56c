import type { Pool } from '../pool.ts'
import { syncLock } from './sync-lock.ts'

/**
 * Does the work while holding the sync's lock, which says to everybody that a sync is running. The lock is shared: two
 * syncs at once are safe, only wasteful. It ends with the connection, so a process that dies does not leave it behind.
 */
export async function withSyncLock<Result>(pool: Pool, work: () => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  let broken = false
  const onError = (): void => {
    broken = true
  }
  client.on('error', onError)
  try {
    await client.query('select pg_advisory_lock_shared($1)', [syncLock])
    return await work()
  } finally {
    if (!broken)
      await client.query('select pg_advisory_unlock_shared($1)', [syncLock]).catch(() => {
        broken = true
      })
    client.off('error', onError)
    client.release(broken)
  }
}
