import { join } from 'node:path'
import { migrate } from '../../src/db/migrate.ts'
import { figure, type Figure, notMeasured } from '../figures/figure.ts'
import { median } from '../figures/median.ts'
import type { Progress } from '../figures/progress.ts'
import { peakMemory } from '../process/process-usage.ts'
import { startChild } from '../process/start-child.ts'
import type { Server } from '../sync/worker/database.ts'
import type { LoadSettings } from './load-child.ts'
import { goals } from './goals.ts'

type Arena = {
  readonly server: Server
  readonly progress: Progress
  readonly folder: string
  readonly files: readonly string[]
  readonly rounds: number
  readonly resources: number
  readonly accounts: number
}

/** Loading and attributing beside DuckDB alone, in turn, each in a process of its own. */
export const measureLoad = async ({ server, progress, folder, files, rounds, resources, accounts }: Arena): Promise<Figure[]> => {
  const ours: number[] = []
  const alone: number[] = []
  const memory: (number | null)[] = []
  let billed = ''
  for (let round = 1; round <= rounds; round += 1) {
    const database = await server.create()
    await migrate({ url: database.url })
    await database.query(seedInstances(resources, accounts))
    const limit = await run({ folder, files, url: null })
    const loaded = await run({ folder, files, url: database.url })
    alone.push(limit.seconds)
    ours.push(loaded.seconds)
    memory.push(loaded.megabytes)
    const [sums] = await database.query<{ text: string }>(
      `select format('%s lines, %s billed, %s attributed', sum(line_items), trim_scale(sum(billed)), trim_scale(sum(attributed))) as text
       from amigraph.billed_amounts`,
    )
    billed = sums?.text ?? ''
    progress.say(`round ${round}: ${loaded.seconds.toFixed(2)} s, DuckDB alone ${limit.seconds.toFixed(2)} s; ${billed}`)
    await database.drop()
  }
  const known = memory.filter(each => each !== null)
  const detail = { seconds: ours, alone, billed }
  return [
    figure('bills.load', goals['bills.load'], { value: median(ours.map((seconds, i) => seconds / (alone[i] ?? 0))), detail }),
    figure(
      'bills.rss',
      goals['bills.rss'],
      known.length === 0
        ? notMeasured('Only Linux tells how much memory a process held')
        : { value: Math.max(...known) / 1000, detail: { megabytes: known } },
    ),
  ]
}

const run = async (settings: LoadSettings) => {
  const { child } = await startChild(join(import.meta.dirname, 'load-child.ts'), settings)
  try {
    const { seconds } = await child.ask<{ seconds: number }>({})
    return { seconds, megabytes: peakMemory(child.pid) }
  } finally {
    await child.stop()
  }
}

/** What the sync has seen: two thirds of the instances that the export can name. */
const seedInstances = (resources: number, accounts: number): string => `
  insert into amigraph.instance_images (account_id, region, instance_id, image_id, first_seen_at)
  select (100000000001 + account)::text, 'eu-central-1', 'i-' || lpad(to_hex(instance), 17, '0'),
    'ami-' || lpad((instance % 300)::text, 17, '0'), '2026-10-01'
  from generate_series(0, ${resources}) as instance
  cross join lateral (select instance % ${accounts} as account) placed
  where instance % 3 <> 0
  on conflict do nothing`
