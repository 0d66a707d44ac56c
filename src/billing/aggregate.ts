import { join } from 'node:path'
import { type Amount, amountTypeOf, areShort, remaindersOf, roundedSumsOf, sumsOf } from './amount.ts'
import { BillError } from './bill-error.ts'
import { type AggregatedBill, type Limitation, lineColumns } from './bill-source.ts'
import { type Engine, openEngine, quoted } from './duckdb.ts'
import type { ExportStore } from './export-store.ts'
import type { ExportMonth } from './find-exports.ts'
import { type AmountExpression, type BillKind, type Dialect, duckdb } from './kinds/kind.ts'
import { knownKinds } from './kinds/known-kinds.ts'
import { columnOf, type OpenFile, openFile, unreadable } from './open-file.ts'

export type AggregateOptions = {
  readonly memoryMegabytes?: number
  readonly threads?: number
  /** Instances that ran several images: what they used is added up by the hour, everything else by the month */
  readonly moved?: readonly string[]
}

/**
 * Adds a month of an export up, in files below `folder`. File by file, so that a large export never has to lie here as a
 * whole: each is grouped by itself, and the groups once more. Only columns that are needed are read.
 */
export const aggregate = async (
  store: ExportStore,
  month: ExportMonth,
  folder: string,
  { moved = [], ...options }: AggregateOptions = {},
): Promise<AggregatedBill> => {
  if (month.missing.length > 0) {
    throw new BillError('MISSING_FILE', `The manifest names ${month.missing.join(', ')}, which is not there`)
  }
  const engine = await openEngine({ folder, ...options })
  try {
    const reading: Reading = { kind: null, missing: new Set(), limitations: new Set() }
    for (const [i, file] of month.files.entries()) {
      const opened = await openFile(engine, store, file, { folder, name: `${i}.csv` })
      try {
        reading.kind = kindOf(opened, month, reading.kind)
        await addUp(engine, opened, reading, { moved, number: i })
      } catch (error) {
        throw unreadable(file.key, error)
      } finally {
        await opened.close()
      }
    }
    return await finish(engine, month, reading, folder)
  } finally {
    engine.close()
  }
}

/** What is found out about a month while it is read. */
export type Reading = { kind: BillKind | null; readonly missing: Set<string>; readonly limitations: Set<Limitation> }

/** Something with the columns of an export, to select from. */
export type LineTable = Pick<OpenFile, 'key' | 'from' | 'columns'> & {
  /** The engine that it is in; DuckDB unless given */
  readonly dialect?: Dialect
}

export const kindOf = (
  file: LineTable,
  { manifest }: Pick<ExportMonth, 'manifest'>,
  before: BillKind | null,
): BillKind => {
  const columns = new Set(file.columns.keys())
  const kind = knownKinds.find(known => known.recognises(columns, manifest))
  if (kind === undefined) {
    throw new BillError('UNKNOWN_KIND', `The columns of ${file.key} are those of no kind of bill that is known`)
  }
  if (before !== null && kind !== before) {
    throw new BillError('UNKNOWN_KIND', `${file.key} is of another kind than the other files of its month`)
  }
  return kind
}

/** One file's groups, added to those of the files before it. */
const addUp = async (
  engine: Engine,
  file: OpenFile,
  reading: Reading,
  { moved, number }: { readonly moved: readonly string[]; readonly number: number },
) => {
  const { kind } = reading
  if (kind === null) return
  noteMissing(kind, file, reading)
  const add = (table: string, select: string) =>
    engine.run(`${number === 0 ? `create table ${table} as` : `insert into ${table}`} ${select}`)
  const short = areShort(amountsOf(kind, file))
  const groups = groupsOf(kind, file, {
    moved,
    sums: roundedSumsOf,
    more: [`bool_and(${short}) as is_exact`, `${number} as file`],
  })
  await add('part', groups)
  const [all] = await engine.rows<{ exact: string }>(
    `select cast(bool_and(is_exact) as varchar) as exact from part where file = ${number}`,
  )
  if (all?.exact === 'false') {
    const options = { moved, sums: remaindersOf, lines: '0', where: `where not (${short})` }
    await engine.run(`insert into part ${groupsOf(kind, file, { ...options, more: ['true', String(number)] })}`)
  }
  await add('titles', titlesOf(kind, file))
}

/** Throws where a column is missing without which nothing can be attributed. */
export const noteMissing = (kind: BillKind, file: LineTable, { missing, limitations }: Reading): void => {
  for (const { names, required, without, or } of Object.values(kind.columns)) {
    const others = or === undefined ? [] : (kind.columns[or]?.names ?? [])
    if (columnOf(file, [...names, ...others]) !== null) continue
    if (required) throw new BillError('MISSING_COLUMN', `${file.key} has no column ${names.join(' or ')}`)
    missing.add(names[0] ?? '')
    if (without !== undefined) limitations.add(without)
  }
}

const of =
  ({ columns }: BillKind, file: LineTable, missing = 'cast(null as varchar)') =>
  (column: string): string =>
    columnOf(file, columns[column]?.names ?? [])?.name ?? missing

/** The statement that finds what a file calls the products of the AWS Marketplace. */
export const titlesOf = (kind: BillKind, file: LineTable): string => {
  const column = of(kind, file)
  const dialect = file.dialect ?? duckdb
  return `select ${kind.keys['productCode']?.(column, dialect) ?? `''`} as product_code,
      max(${kind.title.name(column, dialect)}) as title
    from ${file.from} where ${kind.title.when(column, dialect)} group by 1`
}

type GroupOptions = {
  readonly moved?: readonly string[]
  /** How an amount is added up */
  readonly sums?: (amount: Amount) => readonly [sum: string, tiny: string]
  /** How many lines a group is counted as */
  readonly lines?: string
  readonly where?: string
  /** Further columns */
  readonly more?: readonly string[]
}

/** The statement that a file is added up by; unless told otherwise, exactly. */
export const groupsOf = (
  kind: BillKind,
  file: LineTable,
  { moved = [], sums = sumsOf, lines = 'count(*)', where = '', more = [] }: GroupOptions = {},
): string => {
  const column = of(kind, file)
  const dialect = file.dialect ?? duckdb
  const keys = Object.entries(kind.keys).map(([name, expression]) => `${expression(column, dialect)} as "${name}"`)
  keys.push(`${hourOf(kind, column, { dialect, moved })} as hour`)
  const amounts = Object.entries(kind.amounts).flatMap(([name, expression]) => {
    const [sum, tiny] = sums(amountOf(kind, file, expression))
    return [`${sum} as "${name}"`, `${tiny} as "${name}Tiny"`]
  })
  const columns = [
    ...keys,
    ...amounts,
    `${lines} as "lineItems"`,
    `substr(cast(min(${kind.period(column, dialect)}) as varchar), 1, 7) as first_month`,
    `substr(cast(max(${kind.period(column, dialect)}) as varchar), 1, 7) as last_month`,
    `bool_and(${kind.invoice(column, dialect)} <> '') as is_invoiced`,
    ...more,
  ]
  return `select ${columns.join(', ')} from ${file.from} ${where} group by ${keys.map((_, i) => i + 1).join(', ')}`
}

/** By the hour would be as many groups as lines: only where it decides which image a line belongs to. */
const hourOf = (
  { keys: { resource }, hour }: BillKind,
  column: (name: string) => string,
  { dialect, moved }: { readonly dialect: Dialect; readonly moved: readonly string[] },
) =>
  moved.length === 0 || resource === undefined
    ? `''`
    : `case when ${resource(column, dialect)} in (${moved.map(quoted).join(', ')})
        then ${hour(column, dialect)} else '' end`

/** What a month of a table is told from another version of it by: its lines, all amounts, accounts, resources, invoices. */
export const signatureSumsOf = (kind: BillKind, file: LineTable): string => {
  const column = of(kind, file)
  const dialect = file.dialect ?? duckdb
  const amounts = amountsOf(kind, file).flatMap(sumsOf)
  const texts = [...Object.values(kind.keys), kind.invoice].map(
    expression => `sum(length(${expression(column, dialect)})), count(distinct ${expression(column, dialect)})`,
  )
  return ['count(*)', ...amounts, ...texts].join(', ')
}

const nothing: Amount = { sql: 'cast(0 as decimal(1, 0))', type: 'decimal' }

const amountsOf = (kind: BillKind, file: LineTable): Amount[] =>
  Object.values(kind.amounts).map(expression => amountOf(kind, file, expression))

const amountOf = (kind: BillKind, file: LineTable, { typeOf, sql }: AmountExpression): Amount => {
  const found = columnOf(file, kind.columns[typeOf]?.names ?? [])
  if (found === null) return nothing
  const type = amountTypeOf(found.type)
  if (type === null)
    throw new BillError('MISSING_COLUMN', `${found.name} of ${file.key} holds ${found.type}, not numbers`)
  // Of the type of whatever amount stands beside it
  return { sql: `(${sql(of(kind, file, 'null'), file.dialect ?? duckdb)})`, type }
}

/** The groups of all files, in the tables `part` and `titles`, in the form that is loaded. */
export const finish = async (
  engine: Engine,
  month: Pick<ExportMonth, 'month' | 'manifest'>,
  { kind, missing, limitations }: Reading,
  folder: string,
): Promise<AggregatedBill> => {
  if (kind === null) throw new BillError('MISSING_FILE', 'The month has no file')
  const summary = await checked(engine, month)
  const linesFile = join(folder, 'lines.csv')
  const values: Readonly<Record<(typeof lineColumns)[number], string>> = {
    payer_account_id: 'payer',
    account_id: 'account',
    region: 'region',
    resource_id: 'resource',
    seller: kind.mapped.seller,
    product_code: '"productCode"',
    operation: 'operation',
    usage_type: '"usageType"',
    charge: kind.mapped.charge,
    currency: `case when currency = '' then ${quoted(summary.currency)} else currency end`,
    // A text in a CSV may be no time at all.
    usage_hour: `case when try_cast(hour || ':00:00' as timestamp) is null then '' else hour end`,
    line_items: 'sum("lineItems")',
    ...sums('usage_amount', 'usageAmount'),
    ...sums('billed', 'billed'),
    ...sums('gross', kind.amounts.gross === undefined ? 'billed' : 'gross'),
    ...sums('effective', 'effective'),
  }
  await engine.run(`copy (select ${lineColumns.map(name => `${values[name]} as ${name}`).join(', ')}
    from part group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) to ${quoted(linesFile)} (format csv, header false)`)
  const titles = await engine.rows<{ product_code: string; title: string }>(
    `select product_code, max(title) as title from titles where product_code <> '' and title <> '' group by 1 order by 1`,
  )
  const isInvoiced = summary.isInvoiced && !limitations.has('FINALITY_UNKNOWN')
  return {
    kind: kind.kind,
    version: kind.version,
    payerAccountIds: summary.payers,
    isFinal: month.manifest?.isFinal ?? isInvoiced,
    missingColumns: [...missing].sort(),
    limitations: [...limitations].sort(),
    linesFile,
    titles: titles.map(({ product_code, title }) => ({ productCode: product_code, title })),
  }
}

const sums = <Name extends string>(name: Name, group: string) =>
  ({ [name]: `sum("${group}")`, [`${name}_tiny`]: `sum("${group}Tiny")` }) as Record<Name | `${Name}_tiny`, string>

/** Refuses what would make a wrong bill. */
const checked = async (engine: Engine, { month }: Pick<ExportMonth, 'month'>) => {
  const [found] = await engine.rows<{ first: string | null; last: string | null; invoiced: string | null }>(
    `select min(first_month) as first, max(last_month) as last, cast(bool_and(is_invoiced) as varchar) as invoiced from part`,
  )
  for (const other of [found?.first, found?.last]) {
    if (other && other !== month)
      throw new BillError('WRONG_MONTH', `A line is of ${other}, the export's month is ${month}`)
  }
  const payers = await engine.rows<{ payer: string; currencies: string }>(
    `select payer, string_agg(distinct currency, ', ' order by currency) as currencies from part
     where currency <> '' group by payer order by payer`,
  )
  const mixed = payers.find(({ currencies }) => currencies.includes(','))
  if (mixed !== undefined) {
    throw new BillError('MIXED_CURRENCIES', `The bill of ${mixed.payer} is in several currencies: ${mixed.currencies}`)
  }
  return {
    payers: payers.map(({ payer }) => payer),
    currency: payers[0]?.currencies ?? 'USD',
    isInvoiced: found?.invoiced === 'true',
  }
}
