import type pg from 'pg'
import { retry } from './retry.ts'

export type TransactionOptions = {
  /** How often the whole of `work` is done again after a retryable error (deadlock, lost connection …); 0 by default */
  readonly retries?: number
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
  readonly readOnly?: boolean
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export const inTransaction = async <Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
  { retries = 0, isolation = 'read committed', readOnly = false }: TransactionOptions = {},
): Promise<Result> => {
  const begin = `begin isolation level ${isolation} ${readOnly ? 'read only' : 'read write'}`
  return retry(retries, () => once(pool, begin, work))
}

const once = async <Result>(pool: pg.Pool, begin: string, work: (client: pg.PoolClient) => Promise<Result>) => {
  const client = await pool.connect()
  // A connection that breaks while `work` is waiting for something else reports it here; without a listener Node exits.
  // The next statement on it fails, so nothing is lost by not looking.
  const ignore = () => {}
  client.on('error', ignore)
  let broken = false
  try {
    await client.query(begin)
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.off('error', ignore)
    client.release(broken)
  }
}
