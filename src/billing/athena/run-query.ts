import { setTimeout as delay } from 'node:timers/promises'
import {
  type AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  type QueryExecutionStatus,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena'
import { AwsFailure } from '../../aws/aws-failure.ts'
import { pagesBy } from '../../aws/pages.ts'

export type Athena = {
  readonly client: AthenaClient
  readonly database: string
  readonly catalog: string
  /** Has to have an output location, which results are written to */
  readonly workgroup: string
  /** Ends what runs */
  readonly signal: AbortSignal
}

export type QueryRow = readonly (string | null)[]

/**
 * Runs a statement there and gives its rows, a page at a time. Stops it where nobody waits for it any more. Nothing but
 * `select` is ever sent: what Athena writes for it is its result, to the place that the workgroup says.
 */
export async function* runQuery(athena: Athena, sql: string): AsyncGenerator<QueryRow> {
  const { client, database, catalog, workgroup, signal } = athena
  signal.throwIfAborted()
  if (!/^\s*select\b/i.test(sql)) throw new TypeError('Athena is asked, never told')
  const { QueryExecutionId: id = '' } = await client.send(
    new StartQueryExecutionCommand({
      QueryString: sql,
      WorkGroup: workgroup,
      QueryExecutionContext: { Database: database, Catalog: catalog },
    }),
  )
  await ended(athena, id)
  let isFirst = true
  const ask = (token: string | undefined) =>
    client.send(new GetQueryResultsCommand({ QueryExecutionId: id, ...(token && { NextToken: token }) }))
  for await (const { ResultSet } of pagesBy(ask, page => page.NextToken)) {
    signal.throwIfAborted()
    // The first row is the columns' names
    const rows = ResultSet?.Rows ?? []
    for (const { Data = [] } of isFirst ? rows.slice(1) : rows)
      yield Data.map(({ VarCharValue }) => VarCharValue ?? null)
    isFirst = false
  }
}

/** Looks less and less often: what takes long is not late by a few seconds. */
const firstLookMs = 200
const rarestLookMs = 5_000

async function ended({ client, workgroup, signal }: Athena, id: string): Promise<void> {
  const input = { QueryExecutionId: id }
  try {
    for (let wait = firstLookMs; ; wait = Math.min(wait * 1.5, rarestLookMs)) {
      const { QueryExecution } = await client.send(new GetQueryExecutionCommand(input), { abortSignal: signal })
      const status = QueryExecution?.Status
      if (status?.State === 'SUCCEEDED') return
      if (status?.State === 'FAILED' || status?.State === 'CANCELLED') throw notSucceeded(status, workgroup)
      await delay(wait, undefined, { signal })
    }
  } catch (error) {
    if (signal.aborted) await client.send(new StopQueryExecutionCommand(input)).catch(() => {})
    throw error
  }
}

const notSucceeded = (
  { State, StateChangeReason, AthenaError }: QueryExecutionStatus,
  workgroup: string,
): AwsFailure => {
  const reason = AthenaError?.ErrorMessage ?? StateChangeReason ?? 'Athena says no reason'
  return State === 'CANCELLED'
    ? new AwsFailure(
        'QueryCancelled',
        `Somebody stopped the query in the workgroup ${workgroup}: ${reason}`,
        'transient',
      )
    : new AwsFailure(
        'QueryFailed',
        `The query failed in the workgroup ${workgroup}: ${reason}`,
        AthenaError?.Retryable ? 'transient' : 'final',
      )
}
