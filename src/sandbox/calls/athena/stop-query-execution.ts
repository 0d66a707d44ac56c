import type { StopQueryExecutionInput, StopQueryExecutionOutput } from '@aws-sdk/client-athena'
import type { Executions } from '../../athena/executions.ts'
import type { Call } from '../../call.ts'
import { ownExecution } from './own-execution.ts'

/** Of one that has ended already nothing is stopped, and that is no error. */
export const stopQueryExecution =
  (executions: Executions): Call<StopQueryExecutionInput, StopQueryExecutionOutput> =>
  ({ QueryExecutionId: id }, context) => {
    executions.stop(ownExecution(executions, id, context))
    return {}
  }
