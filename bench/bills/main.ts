/** `npm run bench:bills`: measures loading bills beside DuckDB alone, and asking what images cost. See bench/README.md. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describeMachine } from '../figures/machine.ts'
import { printFigures } from '../figures/print-figures.ts'
import { createProgress } from '../figures/progress.ts'
import { openServer } from '../sync/worker/database.ts'
import { measureCosts } from './measure-costs.ts'
import { measureLoad } from './measure-load.ts'
import { type Options, readOptions, UsageError, usage } from './options.ts'
import { resourcesOf, writeExport } from './write-export.ts'

const run = async (options: Options): Promise<void> => {
  const { json, databaseUrl, ...scale } = options
  const progress = createProgress()
  const data = resolve(import.meta.dirname, '../.data')
  await mkdir(data, { recursive: true })
  const folder = await mkdtemp(join(data, 'bills-'))
  const server = await openServer(databaseUrl)
  try {
    progress.say(`writing ${options.lines} lines`)
    const files = await writeExport(folder, options.lines, options.accounts)
    const figures = [
      ...(await measureLoad({
        ...{ server, progress, folder, files, rounds: options.rounds, accounts: options.accounts },
        resources: resourcesOf(options.lines),
      })),
      await measureCosts({ server, progress, accounts: options.accounts, months: options.months }),
    ]
    printFigures({ bench: 'bills', machine: describeMachine(), scale, figures }, json ? 'json' : 'table')
  } finally {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

try {
  await run(readOptions(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n\n${usage}\n`)
  process.exitCode = 2
}
