/** `npm run bench:api`: measures the API beside its peer and its limit. See bench/README.md. */
import { describeMachine } from '../figures/machine.ts'
import { printFigures } from '../figures/print-figures.ts'
import { openSeeded, type SeededDatabase } from './database/open-seeded.ts'
import { type Scale, scaleOf } from './database/scale.ts'
import { measureAll } from './measure-all.ts'
import { type Options, readOptions, UsageError, usage } from './options.ts'
import { createProgress } from '../figures/progress.ts'

const run = async (options: Options): Promise<void> => {
  const progress = createProgress()
  const seedOptions = { serverUrl: options.databaseUrl, keep: options.keep, progress }
  let scale: Scale & Record<string, unknown> = scaleOf(options.scale)
  let server: string | null = null
  const openDatabase = async (): Promise<SeededDatabase> => {
    const database = await openSeeded(scaleOf(options.scale), seedOptions)
    server = await serverVersion(database)
    scale = { ...scale, launchPermissions: await launchPermissions(database) }
    return database
  }
  const figures = await measureAll({ options, progress, openDatabase, seedOptions })
  const { seconds, rounds, connections } = options
  printFigures(
    {
      bench: 'api',
      machine: { ...describeMachine(), ...(server !== null && { postgres: server }) },
      scale: { ...scale, seconds, rounds, connections },
      figures,
    },
    options.json ? 'json' : 'table',
  )
}

const serverVersion = async ({ pool }: SeededDatabase): Promise<string> => {
  const { rows } = await pool.query("select current_setting('server_version') as version")
  return rows[0].version
}

const launchPermissions = async ({ pool }: SeededDatabase): Promise<number> => {
  const { rows } = await pool.query('select count(*)::int as number from amigraph.launch_permissions')
  return rows[0].number
}

try {
  await run(readOptions(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n\n${usage}\n`)
  process.exitCode = 2
}
