import { cpuSeconds, peakMemory } from '../../process/process-usage.ts'
import { runSync } from '../worker/run-sync.ts'
import { startWorker } from '../worker/start-process.ts'
import { type Arena, within } from './arena.ts'

/** The Regions that are on in every account, and the first that have to be opted into. */
const regions = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-central-1',
  'eu-north-1',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ca-central-1',
  'sa-east-1',
]

/** One first sync of a whole organization, from end to end, with what it took. */
export const measureScale = async (arena: Arena): Promise<Record<string, unknown>> => {
  const { scale: accounts, workers, latencyMs, settings } = arena.options
  const plan = { world: { accounts, regions }, throttle: true, latencyMs }
  return within(arena, plan, async (sandbox, database) => {
    arena.progress.say(`scale: ${accounts} accounts in ${regions.length} Regions are there`)
    await using helping = new AsyncDisposableStack()
    const helpers = await Promise.all(
      Array.from({ length: workers - 1 }, async () =>
        helping.adopt(await startWorker(sandbox, database, settings), ({ stop }) => stop()),
      ),
    )
    const databaseBefore = await database.cpuSeconds()
    const run = await runSync(sandbox, database, settings)
    const databaseAfter = await database.cpuSeconds()
    const pids = helpers.map(({ pid }) => pid)
    const { calls, throttled, byAction } = await sandbox.ask({})
    const [rows] = await database.query<Record<string, number>>(
      `select pg_database_size(current_database())::float8 / 1e6 as "databaseMb",
         (select count(*)::float8 from amigraph.images) as images,
         (select count(*)::float8 from amigraph.instances) as instances,
         (select count(*)::float8 from amigraph.launch_permissions) as "launchPermissions",
         (select count(*)::float8 from amigraph.account_regions) as "accountRegions"`,
    )
    const failures = await database.query<Record<string, unknown>>(
      `select kind, error_code as "errorCode", count(*)::float8 as sources, count(distinct account_id)::float8 as accounts
       from amigraph.coverage where error_code is not null group by kind, error_code order by count(*) desc`,
    )
    return {
      accounts,
      regions: regions.length,
      workers,
      ...rows,
      seconds: run.seconds,
      sources: run.sources,
      failedSources: run.failedSources,
      failures,
      calls,
      throttled,
      callsPerSecond: Math.round(calls / run.seconds),
      workerPeakMemoryMb: [run.peakMemory, ...pids.map(peakMemory)],
      workerCpuSeconds: [run.cpuSeconds, ...pids.map(cpuSeconds)],
      databaseCpuSeconds:
        databaseBefore === null || databaseAfter === null ? null : Math.round(databaseAfter - databaseBefore),
      sandboxCpuSeconds: cpuSeconds(sandbox.pid),
      byAction,
    }
  })
}
