import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { backOffDelay } from './back-off.ts'
import type { Queryable } from './pool.ts'
import { isRetryable } from './retryable.ts'

const retryDelay = { first: 50, most: 2000 }

/** Does `work` again, with back-off, after errors that go away by themselves (lost connection, deadlock …). */
export const retry = async <Result>(retries: number, work: () => Promise<Result>): Promise<Result> => {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= retries || !isRetryable(error)) throw error
      await delay(backOffDelay(attempt, retryDelay))
    }
  }
}

/** Single statements, each done again while the database is away. Only for those that may be done twice. */
export const retryingStatements = (pool: pg.Pool, retries: number): Queryable => ({
  query: ((...query: Parameters<pg.Pool['query']>) =>
    retry(retries, async () => pool.query(...query))) as Queryable['query'],
})
