/** Loads an export, or only groups it: a process of its own, so that its memory is its own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { duckdb } from '../../src/billing/kinds/kind.ts'
import { cur2 } from '../../src/billing/kinds/cur-2.ts'
import { fileBillSource } from '../../src/billing/file-bill-source.ts'
import { openEngine, quoted } from '../../src/billing/duckdb.ts'
import { localExportStore } from '../../src/billing/local-export-store.ts'
import { createPool } from '../../src/db/pool.ts'
import { bills } from '../../src/sync/collect/bills.ts'

export type LoadSettings = { readonly folder: string; readonly files: readonly string[]; readonly url: string | null }

const settings = JSON.parse(process.env['AMIGRAPH_BENCH_CHILD'] ?? '{}') as LoadSettings

const load = async (url: string): Promise<void> => {
  const pool = createPool({ url, poolSize: 4 }, { applicationName: 'amigraph bench' })
  const source = fileBillSource(localExportStore(settings.folder))
  const collector = bills({ source, pool, statements: pool, signal: new AbortController().signal })
  const { incomplete } = await collector.collect(undefined as never)
  await pool.end()
  if (incomplete !== null) throw incomplete
}

/** The same columns and the same groups, by DuckDB alone, which adds the numbers up as they are. */
const group = async (): Promise<void> => {
  const folder = await mkdtemp(join(settings.folder, 'alone-'))
  const engine = await openEngine({ folder })
  const column = (name: string) => `"${cur2.columns[name]?.names[0]}"`
  const present = (name: string) => (cur2.columns[name] === undefined ? 'cast(null as varchar)' : column(name))
  const keys = Object.values(cur2.keys).map(expression => expression(present, duckdb))
  const sums = Object.values(cur2.amounts).map(({ sql }) => `sum(${sql(present, duckdb)})`)
  const from = `read_parquet([${settings.files.map(quoted).join(', ')}])`
  await engine.run(`create table alone as select ${[...keys, ...sums, 'count(*)'].map((value, i) => `${value} as c${i}`).join(', ')}
    from ${from} group by ${keys.map((_, i) => i + 1).join(', ')}`)
  engine.close()
  await rm(folder, { recursive: true, force: true })
}

process.send?.('ready')
process.once('message', () => {
  const started = performance.now()
  const run = settings.url === null ? group() : load(settings.url)
  run.then(
    () => process.send?.({ seconds: (performance.now() - started) / 1000 }),
    error => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      process.exit(1)
    },
  )
})
