/** `npm run bench:sync`: measures the sync beside what AWS's throttling allows at best. See bench/README.md. */
import { describeMachine } from '../figures/machine.ts'
import { printFigures } from '../figures/print-figures.ts'
import { createProgress } from '../figures/progress.ts'
import { measureAll } from './measure-all.ts'
import type { Arena } from './measures/arena.ts'
import { measureScale } from './measures/scale.ts'
import { type Options, readOptions, UsageError, usage } from './options.ts'
import { openServer } from './worker/database.ts'

const run = async (options: Options): Promise<void> => {
  const server = await openServer(options.databaseUrl)
  try {
    const arena: Arena = { options, server, progress: createProgress() }
    const isScale = options.scale > 0
    const figures = isScale ? [] : await measureAll(arena)
    const scale = isScale ? await measureScale(arena) : scaleOf(options)
    printFigures({ bench: 'sync', machine: describeMachine(), scale, figures }, options.json ? 'json' : 'table')
  } finally {
    await server.close()
  }
}

const scaleOf = ({ json: _, only, scale: __, workers: ___, databaseUrl: ____, settings, ...sizes }: Options) => ({
  ...sizes,
  only: [...only],
  ...(Object.keys(settings).length > 0 && { settings: JSON.stringify(settings) }),
})

try {
  await run(readOptions(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n\n${usage}\n`)
  process.exitCode = 2
}
