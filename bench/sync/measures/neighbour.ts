import type { Measured } from '../../figures/figure.ts'
import type { FigureKey } from '../goals.ts'
import { runSync } from '../worker/run-sync.ts'
import { type Arena, within } from './arena.ts'

/** First syncs beside a neighbour who uses half of every bucket. */
export const measureNeighbour = async (arena: Arena): Promise<Partial<Record<FigureKey, Measured>>> => {
  const { accounts, images, latencyMs, settings, rounds } = arena.options
  const plan = { world: { accounts, busy: { images, instances: images } }, throttle: true, latencyMs }
  let throttled = 0
  let calls = 0
  let seconds = 0
  for (let round = 0; round < rounds; round += 1)
    await within(arena, plan, async (sandbox, database) => {
      await sandbox.ask({ neighbour: 0.5 })
      const run = await runSync(sandbox, database, settings)
      const totals = await sandbox.ask({})
      throttled += totals.throttled
      calls += totals.calls
      seconds = run.seconds
      arena.progress.say(`neighbour: ${seconds.toFixed(1)} s, ${totals.calls} calls, ${totals.throttled} throttled`)
    })
  return { 'sync.throttled.neighbour': { value: throttled / calls, detail: { throttled, calls, seconds } } }
}
