import { AwsFailure } from '../../aws/aws-failure.ts'
import type { LineTable } from '../aggregate.ts'
import { identifier, quoted } from '../duckdb.ts'
import { trino } from '../kinds/kind.ts'
import { knownKinds } from '../kinds/known-kinds.ts'
import { type Athena, runQuery } from './run-query.ts'

export type AthenaTable = LineTable & {
  /** The month of a line, as `2026-10`: by partition where there is one, so that no other is read */
  readonly month: string
}

/** What a table of the data catalog is: its columns, and how its months are told. */
export const lineTable = async (athena: Athena, name: string): Promise<AthenaTable> => {
  const columns = new Map<string, string>()
  const sql = `select column_name, data_type from information_schema.columns
    where table_schema = ${quoted(athena.database)} and table_name = ${quoted(name)}`
  for await (const [column, type] of runQuery(athena, sql)) columns.set(column ?? '', engineType(type ?? ''))
  const key = `${athena.database}.${name}`
  if (columns.size === 0)
    throw new AwsFailure('NoSuchTable', `There is no table ${key}, or its columns may not be looked at`, 'final')
  return {
    key,
    from: `${identifier(athena.database)}.${identifier(name)}`,
    columns: asKindsName(columns),
    dialect: trino,
    month: monthOf(columns),
  }
}

/** The catalog writes every name in lower case; kinds know theirs as the export writes them. */
const asKindsName = (columns: ReadonlyMap<string, string>): Map<string, string> => {
  const named = new Map(columns)
  for (const { columns: known } of knownKinds) {
    for (const name of Object.values(known).flatMap(({ names }) => names)) {
      const type = columns.get(name.toLowerCase())
      if (type !== undefined) named.set(name, type)
    }
  }
  // What kinds are recognised by
  for (const name of ['SkuMeter', 'BilledCost', 'BillingAccountId']) {
    const type = columns.get(name.toLowerCase())
    if (type !== undefined) named.set(name, type)
  }
  return named
}

/** The name that DuckDB has for a type of Trino's, as far as amounts are told apart by it. */
const engineType = (type: string): string => (/^(real|double)/i.test(type) ? 'DOUBLE' : type.toUpperCase())

const monthOf = (columns: ReadonlyMap<string, string>): string => {
  if (columns.has('billing_period')) return 'cast("billing_period" as varchar)'
  if (columns.has('year') && columns.has('month'))
    return `(cast("year" as varchar) || '-' || lpad(cast("month" as varchar), 2, '0'))`
  const start = ['bill_billing_period_start_date', 'billingperiodstart'].find(name => columns.has(name))
  return start === undefined ? `''` : `substr(cast(${identifier(start)} as varchar), 1, 7)`
}
