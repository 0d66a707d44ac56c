import { createExecutions } from '../../athena/executions.ts'
import { createTables, type Table } from '../../athena/tables.ts'
import type { Bills } from '../../bills/bills.ts'
import { renderings } from '../../bills/renderings.ts'
import { getQueryExecution } from './get-query-execution.ts'
import { getQueryResults } from './get-query-results.ts'
import { startQueryExecution } from './start-query-execution.ts'
import { stopQueryExecution } from './stop-query-execution.ts'

/** Athena's calls over the exports of one sandbox: each that is in Parquet is a table, `nordwind_bills.cur2` the first. */
export const athenaCalls = (bills: Bills | null, now: () => Date) => {
  const inParquet = renderings.filter(({ format }) => format === 'parquet')
  const all: readonly Table[] = inParquet.flatMap(({ name }) =>
    bills === null
      ? []
      : [{ database: 'nordwind_bills', name: name.replaceAll('-', '_'), bucket: bills.bucket, prefix: `${name}/` }],
  )
  const tables = createTables()
  bills?.closeWith(tables.close)
  const executions = createExecutions({
    now,
    engine: sql => tables.engine(all.filter(({ name }) => sql.includes(name))),
  })
  return {
    GetQueryExecution: getQueryExecution(executions),
    GetQueryResults: getQueryResults(executions),
    StartQueryExecution: startQueryExecution(executions),
    StopQueryExecution: stopQueryExecution(executions),
  }
}
