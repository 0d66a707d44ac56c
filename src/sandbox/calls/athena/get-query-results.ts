import type { GetQueryResultsInput, GetQueryResultsOutput } from '@aws-sdk/client-athena'
import type { Executions } from '../../athena/executions.ts'
import type { Call } from '../../call.ts'
import { keyInPageToken, pageToken } from '../../world/page-token.ts'
import { invalidRequest, ownExecution } from './own-execution.ts'

const largestPage = 1000

/** One page of a result. Its first row, on the first page, is the columns' names, as Athena has it. */
export const getQueryResults =
  (executions: Executions): Call<GetQueryResultsInput, GetQueryResultsOutput> =>
  ({ QueryExecutionId: id, NextToken: token, MaxResults: limit = largestPage }, context) => {
    const { state, result } = ownExecution(executions, id, context)
    if (result === undefined) throw invalidRequest(`Query has not yet finished. Current state: ${state}`)
    if (limit < 1 || limit > largestPage) throw invalidRequest(`MaxResults must be between 1 and ${largestPage}`)
    const operation = `GetQueryResults ${id}`
    const from = token === undefined ? '0' : keyInPageToken(operation, token)
    if (from === undefined) throw invalidRequest('The NextToken is not valid')
    const start = Number(from)
    const all = [result.columns, ...result.rows]
    const end = start + limit
    return {
      UpdateCount: 0,
      ...(end < all.length && { NextToken: pageToken(operation, String(end)) }),
      ResultSet: {
        Rows: all.slice(start, end).map(row => ({
          Data: row.map(value => (value === null ? {} : { VarCharValue: value })),
        })),
        ResultSetMetadata: {
          ColumnInfo: result.columns.map((name, index) => ({
            Name: name,
            Label: name,
            Type: result.types[index]?.toLowerCase() ?? 'varchar',
          })),
        },
      },
    }
  }
