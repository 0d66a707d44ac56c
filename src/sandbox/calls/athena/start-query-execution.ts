import type { StartQueryExecutionInput, StartQueryExecutionOutput } from '@aws-sdk/client-athena'
import type { Executions } from '../../athena/executions.ts'
import type { Call } from '../../call.ts'
import { invalidRequest } from './own-execution.ts'

/** Both have an output location of their own, so that a caller need not name one. */
const workgroups = ['primary', 'amigraph']

/** Statements of at most 262,144 bytes, as Athena's. */
const longestStatement = 262_144

export const startQueryExecution =
  (executions: Executions): Call<StartQueryExecutionInput, StartQueryExecutionOutput> =>
  ({ QueryString: sql = '', WorkGroup: workgroup = 'primary' }, { caller, region }) => {
    if (!workgroups.includes(workgroup)) throw invalidRequest(`WorkGroup ${workgroup} is not found.`)
    if (sql.trim() === '' || Buffer.byteLength(sql) > longestStatement)
      throw invalidRequest(`The query string has to have 1 to ${longestStatement} bytes`)
    return { QueryExecutionId: executions.start({ accountId: caller.accountId, region, sql, workgroup }).id }
  }
