/** `npm run bench:bills`: measures loading bills beside DuckDB alone, and asking what images cost. See bench/README.md. */
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Figure } from '../figures/figure.ts'
import { describeMachine } from '../figures/machine.ts'
import { printFigures } from '../figures/print-figures.ts'
import { createProgress } from '../figures/progress.ts'
import { openServer } from '../sync/worker/database.ts'
import { measureCosts } from './measure-costs.ts'
import { measureLoad } from './measure-load.ts'
import { type Options, readOptions, UsageError, usage } from './options.ts'
import { openExport } from './open-export.ts'
import { resourcesOf } from './write-export.ts'

const run = async (options: Options): Promise<void> => {
  const { json, databaseUrl, only, keep, ...scale } = options
  const { lines, accounts, rounds, months } = options
  const progress = createProgress()
  const data = resolve(import.meta.dirname, '../.data')
  await mkdir(data, { recursive: true })
  const server = await openServer(databaseUrl)
  const figures: Figure[] = []
  try {
    if (only.has('load')) {
      const written = await openExport({ data, keep, lines, accounts, progress })
      try {
        const resources = resourcesOf(lines)
        figures.push(...(await measureLoad({ server, progress, ...written, rounds, accounts, resources })))
      } finally {
        await written.close()
      }
    }
    if (only.has('costs')) figures.push(await measureCosts({ server, progress, accounts, months }))
    printFigures({ bench: 'bills', machine: describeMachine(), scale, figures }, json ? 'json' : 'table')
  } finally {
    await server.close()
  }
}

try {
  await run(readOptions(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n\n${usage}\n`)
  process.exitCode = 2
}
