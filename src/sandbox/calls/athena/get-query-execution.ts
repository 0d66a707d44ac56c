import type { GetQueryExecutionInput, GetQueryExecutionOutput } from '@aws-sdk/client-athena'
import type { Executions } from '../../athena/executions.ts'
import type { Call } from '../../call.ts'
import { ownExecution } from './own-execution.ts'

export const getQueryExecution =
  (executions: Executions): Call<GetQueryExecutionInput, GetQueryExecutionOutput> =>
  ({ QueryExecutionId: id }, context) => {
    const { sql, workgroup, state, reason, submittedAt, endedAt } = ownExecution(executions, id, context)
    return {
      QueryExecution: {
        QueryExecutionId: id,
        Query: sql,
        StatementType: 'DML',
        WorkGroup: workgroup,
        Status: {
          State: state,
          SubmissionDateTime: submittedAt,
          ...(reason !== undefined && { StateChangeReason: reason }),
          ...(endedAt && { CompletionDateTime: endedAt }),
          // A user error: to send the same again is of no use
          ...(state === 'FAILED' && { AthenaError: { ErrorCategory: 2, Retryable: false, ErrorMessage: reason } }),
        },
      },
    }
  }
