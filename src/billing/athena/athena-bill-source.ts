import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { finish, groupsOf, kindOf, noteMissing, type Reading, signatureSumsOf, titlesOf } from '../aggregate.ts'
import { BillError } from '../bill-error.ts'
import type { AggregatedBill, BillSource, BillVersion } from '../bill-source.ts'
import { type EngineOptions, openEngine, quoted } from '../duckdb.ts'
import { ExportChanged } from '../export-store.ts'
import type { BillKind } from '../kinds/kind.ts'
import { firstMonth } from '../months-back.ts'
import { type AthenaTable, lineTable } from './line-table.ts'
import { type Athena, type QueryRow, runQuery } from './run-query.ts'

export type AthenaBillOptions = Omit<EngineOptions, 'folder'> & {
  /** How many months are read, the present one included */
  readonly months: number
  readonly now?: () => Date
}

/** Exports are brought up to date some times a day; to look costs what Athena reads for it. */
const lookAgainMs = 3 * 3_600_000

/**
 * Bills from a table of Athena: added up there, by the same statement that adds files up here, so that nothing but sums
 * comes over. Athena has no version of a table's month; its sums over every column that counts are what tells of a change.
 */
export const athenaBillSource = (
  athena: Athena,
  tableName: string,
  { months, now = () => new Date(), ...engine }: AthenaBillOptions,
): BillSource => {
  const name = `${athena.database}.${tableName}`
  const describe = async () => {
    const table = await lineTable(athena, tableName)
    return { table, kind: kindOf(table, { manifest: null }, null) }
  }
  let listed: readonly BillVersion[] = []
  let listedAt = Number.NEGATIVE_INFINITY
  return {
    name: `athena://${name}`,
    async list() {
      if (now().getTime() - listedAt < lookAgainMs) return [...listed]
      const { table, kind } = await describe()
      const versions: BillVersion[] = []
      for await (const row of runQuery(athena, versionsOf(table, kind, firstMonth(now(), months)))) {
        const [month] = row
        if (/^\d{4}-\d\d$/.test(month ?? ''))
          versions.push({ export: name, month: month ?? '', signature: signatureOf(row) })
      }
      listed = versions
      listedAt = now().getTime()
      return versions
    },
    async read(version, folder, moved) {
      if (!listed.some(({ month, signature }) => month === version.month && signature === version.signature))
        throw new ExportChanged(name)
      const { table, kind } = await describe()
      return readMonth(athena, table, kind, { ...version, moved }, { ...engine, folder })
    },
  }
}

const versionsOf = (table: AthenaTable, kind: BillKind, from: string): string =>
  `select ${table.month} as month, ${signatureSumsOf(kind, table)}
   from ${table.from} where ${table.month} >= ${quoted(from)} group by 1`

const signatureOf = (row: QueryRow): string => createHash('sha256').update(JSON.stringify(row)).digest('hex')

const readMonth = async (
  athena: Athena,
  table: AthenaTable,
  kind: BillKind,
  { month, moved }: BillVersion & { readonly moved: readonly string[] },
  options: EngineOptions,
): Promise<AggregatedBill> => {
  const reading: Reading = { kind, missing: new Set(), limitations: new Set() }
  noteMissing(kind, table, reading)
  const ofMonth = { ...table, from: `(select * from ${table.from} where ${table.month} = ${quoted(month)}) as line` }
  const groups = join(options.folder, 'groups.csv')
  const titles = join(options.folder, 'titles.csv')
  await save(runQuery(athena, groupsOf(kind, ofMonth, { moved })), groups)
  await save(runQuery(athena, titlesOf(kind, ofMonth)), titles)
  const engine = await openEngine(options)
  try {
    await engine.run(`create table part as select * from ${csv(groups, groupTypes(kind))}`)
    await engine.run(
      `create table titles as select * from ${csv(titles, { product_code: 'varchar', title: 'varchar' })}`,
    )
    const [found] = await engine.rows<{ groups: string }>('select count(*) as groups from part')
    if (found?.groups === '0') throw new BillError('MISSING_FILE', `${table.key} has no line of ${month} any more`)
    return await finish(engine, { month, manifest: null }, reading, options.folder)
  } finally {
    engine.close()
  }
}

/** Of the statement's columns, in their order. */
const groupTypes = (kind: BillKind): Record<string, string> => ({
  ...Object.fromEntries(Object.keys(kind.keys).map(name => [name, 'varchar'])),
  hour: 'varchar',
  ...Object.fromEntries(
    Object.keys(kind.amounts).flatMap(name => [
      [name, 'decimal(38, 24)'],
      [`${name}Tiny`, 'decimal(38, 36)'],
    ]),
  ),
  lineItems: 'bigint',
  first_month: 'varchar',
  last_month: 'varchar',
  is_invoiced: 'boolean',
})

const csv = (path: string, types: Readonly<Record<string, string>>): string => {
  const columns = Object.entries(types).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`)
  return `read_csv(${quoted(path)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
    nullstr = '', allow_quoted_nulls = false, columns = {${columns.join(', ')}})`
}

/** Rows as CSV: every value in quotes, so that an empty text is none of those that are null. */
const save = (rows: AsyncIterable<QueryRow>, path: string): Promise<void> => {
  const lines = async function* () {
    for await (const row of rows)
      yield `${row.map(value => (value === null ? '' : `"${value.replaceAll('"', '""')}"`)).join(',')}\n`
  }
  return pipeline(Readable.from(lines()), createWriteStream(path))
}
