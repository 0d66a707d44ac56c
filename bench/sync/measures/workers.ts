import type { Measured } from '../../figures/figure.ts'
import { median } from '../../figures/median.ts'
import type { FigureKey } from '../goals.ts'
import { runSync } from '../worker/run-sync.ts'
import { startWorker } from '../worker/start-process.ts'
import { type Arena, within } from './arena.ts'

/** So few sources at a time in each worker that AWS's answers are what it waits for. */
const concurrency = '4'

/** One sync by one worker, and the same with another worker beside it: first syncs, in turn. */
export const measureWorkers = async (arena: Arena): Promise<Partial<Record<FigureKey, Measured>>> => {
  const alone: number[] = []
  const together: number[] = []
  for (let round = 0; round < arena.options.rounds; round += 1) {
    alone.push(await sourcesPerSecond(arena, false))
    together.push(await sourcesPerSecond(arena, true))
    arena.progress.say(`workers: ${alone.at(-1)?.toFixed(1)} and ${together.at(-1)?.toFixed(1)} sources a second`)
  }
  return {
    'sync.workers.2': {
      value: median(together) / median(alone),
      detail: { alone, together, concurrency: Number(concurrency) },
    },
  }
}

const sourcesPerSecond = async (arena: Arena, withAnother: boolean): Promise<number> => {
  const { sharedAccounts: accounts, sharedLatencyMs: latencyMs, settings } = arena.options
  return within(arena, { world: { accounts }, throttle: true, latencyMs }, async (sandbox, database) => {
    const own = { AMIGRAPH_SYNC_CONCURRENCY: concurrency, ...settings }
    const other = withAnother ? await startWorker(sandbox, database, own) : null
    const { sources, seconds } = await runSync(sandbox, database, own)
    await other?.stop()
    return sources / seconds
  })
}
