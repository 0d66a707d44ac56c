import type pg from 'pg'
import { explainInput, prepare, type Read, type Sql, type Statement } from '../statement.ts'
import { BatchedReads, type BatchLimits } from './batched-reads.ts'

/** Reads through a pool as `createRead` does, but short statements share its connections (`BatchedReads`). */
export const createBatchedRead = (pool: pg.Pool, limits?: BatchLimits): Read => {
  const batched = new BatchedReads(pool, limits)
  return async <Row>(statement: Sql | Statement, signal?: AbortSignal) => {
    try {
      return (await batched.read(prepare(statement), signal)) as Row[]
    } catch (error) {
      throw explainInput(error)
    }
  }
}
