import { randomUUID } from 'node:crypto'
import type { QueryExecutionState } from '@aws-sdk/client-athena'
import type { Engine } from '../bills/engine.ts'

/** One run of a statement, with its result once it has one. */
export type Execution = {
  readonly id: string
  readonly accountId: string
  readonly region: string
  readonly sql: string
  readonly workgroup: string
  readonly submittedAt: Date
  state: QueryExecutionState
  reason: string | undefined
  endedAt: Date | undefined
  result: Awaited<ReturnType<Engine['query']>> | undefined
}

export type Executions = {
  start(given: Pick<Execution, 'accountId' | 'region' | 'sql' | 'workgroup'>): Execution
  find(id: string): Execution | undefined
  stop(execution: Execution): void
}

/** Statements run one after the other, in the background; who asks looks again until they have ended. */
export const createExecutions = ({
  now,
  engine,
}: {
  now: () => Date
  engine: (sql: string) => Promise<Engine>
}): Executions => {
  const executions = new Map<string, Execution>()
  let last: Promise<void> = Promise.resolve()

  const run = async (execution: Execution) => {
    if (execution.state !== 'QUEUED') return
    execution.state = 'RUNNING'
    const outcome = await engine(execution.sql)
      .then(found => found.query(execution.sql))
      .then(result => ({ state: 'SUCCEEDED' as const, result, reason: undefined }))
      .catch(error => ({ state: 'FAILED' as const, result: undefined, reason: String(error.message ?? error) }))
    // Stopped meanwhile: nobody gets to see what became of it
    if (isRunning(execution)) Object.assign(execution, outcome, { endedAt: now() })
  }

  return {
    start(given) {
      const execution: Execution = {
        ...given,
        id: randomUUID(),
        submittedAt: now(),
        state: 'QUEUED',
        reason: undefined,
        endedAt: undefined,
        result: undefined,
      }
      executions.set(execution.id, execution)
      last = last.then(() => run(execution))
      return execution
    },
    find: id => executions.get(id),
    stop(execution) {
      if (execution.state === 'QUEUED' || isRunning(execution))
        Object.assign(execution, { state: 'CANCELLED', reason: 'Query cancelled by user', endedAt: now() })
    },
  }
}

// Read anew: it changes while a statement runs
const isRunning = ({ state }: Execution): boolean => state === 'RUNNING'
