import type { BillKindName, Limitation } from '../bill-source.ts'

/** A column of an export: the names that it can have, the first one there is taken. */
export type SourceColumn = {
  readonly names: readonly string[]
  /** Without it the export is not loaded */
  readonly required?: true
  /** What cannot be answered without it */
  readonly without?: Limitation
  /** Another column that says the same: nothing is missing while that one is there */
  readonly or?: string
}

/** Columns by the names that the kind's expressions use. */
export type Columns = Readonly<Record<string, SourceColumn>>

/** An expression over one line. `of` gives a column, or NULL where the export lacks it. */
export type Expression = (of: (column: string) => string, dialect: Dialect) => string

/** The little that engines write in different ways; everything else that is used here means the same in both. */
export type Dialect = {
  /** The attribute's text in a map, or in JSON */
  attribute(column: string, name: string): string
}

export const duckdb: Dialect = {
  // As a map in Parquet, as JSON in CSV.
  attribute: (column, name) => `coalesce(json_extract_string(to_json(${column}), '$.${name}'),
    json_extract_string(try_cast(cast(${column} as varchar) as json), '$.${name}'))`,
}

/** Athena's engine, Trino. */
export const trino: Dialect = {
  attribute: (column, name) => `element_at(${column}, '${name}')`,
}

/** A kind of bill export, as data: how its lines become lines of one form. */
export type BillKind = {
  readonly kind: BillKindName
  readonly version: string | null
  /** By columns, not by the names of files */
  recognises(columns: ReadonlySet<string>, manifest: { readonly isDataExport: boolean } | null): boolean
  readonly columns: Columns
  /** What lines are grouped by, as it stands in the export */
  readonly keys: Readonly<Record<string, Expression>>
  /** The normal form's columns, over the keys: computed once a group */
  readonly mapped: Readonly<Record<'seller' | 'charge', string>>
  readonly amounts: Readonly<Record<'usageAmount' | 'billed' | 'effective', AmountExpression>> & {
    /** Absent: the same as billed */
    readonly gross?: AmountExpression
  }
  /** When a line's usage began: to the hour, as `2026-10-02T13`; empty where the export does not tell */
  readonly hour: Expression
  /** The first of the billing month, or any time in it */
  readonly period: Expression
  /** The invoice's ID: empty until the month is final */
  readonly invoice: Expression
  /** Names of AWS Marketplace products: where a line has one, and what it is */
  readonly title: { readonly when: Expression; readonly name: Expression }
}

/** An amount, and the column that says which type its numbers have. */
export type AmountExpression = { readonly typeOf: string; readonly sql: Expression }

/** Texts of every kind end up equal: a missing column is the same as an empty value. */
export const text =
  (column: string): Expression =>
  of =>
    `coalesce(cast(${of(column)} as varchar), '')`

/** A time to the hour: exports have times as texts or as timestamps. */
export const hour =
  (column: string): Expression =>
  of =>
    `replace(substr(coalesce(cast(${of(column)} as varchar), ''), 1, 13), ' ', 'T')`

/** The resource where it is an instance or snapshot, bare; AWS writes it bare or as an ARN. */
export const resource =
  (column: string): Expression =>
  of => {
    const id = of(column)
    return `case when ${id} like 'i-%' or ${id} like 'snap-%' then ${id}
      when ${id} like 'arn:%:instance/i-%' or ${id} like 'arn:%:snapshot/snap-%' then split_part(${id}, '/', 2) else '' end`
  }

/** The first of these that is there and not empty. */
export const firstOf =
  (...columns: readonly string[]): Expression =>
  of =>
    `coalesce(${[...columns.map(column => `nullif(${of(column)}, '')`), `''`].join(', ')})`

/** Compares the value of a key. */
export const cases = (key: string, values: Readonly<Record<string, readonly string[]>>, otherwise: string): string =>
  `case ${Object.entries(values)
    .map(([result, names]) => `when ${key} in (${names.map(name => `'${name}'`).join(', ')}) then '${result}'`)
    .join(' ')} else '${otherwise}' end`
