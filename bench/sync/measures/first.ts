import { bucketSize } from '../../../src/aws/throttling/bucket-size.ts'
import type { Measured } from '../../figures/figure.ts'
import { median } from '../../figures/median.ts'
import type { FigureKey } from '../goals.ts'
import type { MinimumCalls } from '../sandbox/minimum-calls.ts'
import type { CallTotals } from '../sandbox/sandbox.ts'
import { factRowsWritten } from '../worker/fact-rows.ts'
import { runSync, type SyncRun } from '../worker/run-sync.ts'
import { type Arena, within } from './arena.ts'

type Round = {
  readonly first: SyncRun
  readonly firstCalls: CallTotals
  readonly repeat: SyncRun
  readonly repeatCalls: CallTotals
  readonly rowsRewritten: number
  readonly minimum: MinimumCalls
}

/** Actions that are asked once an image, snapshot or key. */
const perItem = new Set([
  'DescribeImageAttribute',
  'DescribeSnapshotAttribute',
  'GetImageAncestry',
  'DescribeKey',
  'GetKeyPolicy',
  'ListGrants',
])

/** First syncs into an empty database, each followed by one of the unchanged organization. */
export const measureFirst = async (arena: Arena): Promise<Partial<Record<FigureKey, Measured>>> => {
  const rounds: Round[] = []
  for (let round = 0; round < arena.options.rounds; round += 1) rounds.push(await oneRound(arena))
  const [last] = rounds.slice(-1)
  if (last === undefined) throw new Error('There are no rounds')
  const minimumTotal = sum(madeOf(last.minimum, last.firstCalls))
  const bound = bucketBound(last.minimum)
  const seconds = median(rounds.map(({ first }) => first.seconds))
  const throttled = rounds.reduce(
    (all, { firstCalls, repeatCalls }) => all + firstCalls.throttled + repeatCalls.throttled,
    0,
  )
  const calls = rounds.reduce((all, { firstCalls, repeatCalls }) => all + firstCalls.calls + repeatCalls.calls, 0)
  return {
    'sync.calls.first': {
      value: median(rounds.map(({ firstCalls }) => firstCalls.calls)) / minimumTotal,
      detail: { calls: last.firstCalls.calls, minimum: minimumTotal, excess: excess(last) },
    },
    'sync.wall.first': {
      value: seconds / bound,
      detail: {
        seconds,
        boundSeconds: bound,
        slowest: last.minimum.slowest,
        workerCpuSeconds: last.first.cpuSeconds,
        peakMemoryMb: last.first.peakMemory,
        sources: last.first.sources,
        failedSources: last.first.failedSources,
        rounds: rounds.map(({ first }) => first.seconds),
      },
    },
    'sync.calls.repeat': {
      value: median(rounds.map(({ firstCalls, repeatCalls }) => perItemCalls(repeatCalls) / perItemCalls(firstCalls))),
      detail: {
        first: perItemCalls(last.firstCalls),
        repeat: perItemCalls(last.repeatCalls),
        seconds: median(rounds.map(({ repeat }) => repeat.seconds)),
      },
    },
    'sync.rows.repeat': {
      value: Math.max(...rounds.map(({ rowsRewritten }) => rowsRewritten)),
      detail: { told: last.repeat.rowsChanged },
    },
    'sync.throttled': { value: throttled / calls, detail: { throttled, calls } },
  }
}

const oneRound = async (arena: Arena): Promise<Round> => {
  const { accounts, images, latencyMs, settings } = arena.options
  const plan = { world: { accounts, busy: { images, instances: images } }, throttle: true, latencyMs }
  return within(arena, plan, async (sandbox, database) => {
    const first = await runSync(sandbox, database, settings)
    const firstCalls = await sandbox.ask({ reset: true })
    arena.progress.say(
      `first: ${first.seconds.toFixed(1)} s, ${firstCalls.calls} calls, ${firstCalls.throttled} throttled`,
    )
    const writtenBefore = await factRowsWritten(database)
    const repeat = await runSync(sandbox, database, settings)
    const repeatCalls = await sandbox.ask({})
    const rowsRewritten = (await factRowsWritten(database)) - writtenBefore
    arena.progress.say(`repeat: ${repeat.seconds.toFixed(1)} s, ${repeatCalls.calls} calls, ${rowsRewritten} rows`)
    return { first, firstCalls, repeat, repeatCalls, rowsRewritten, minimum: sandbox.minimum }
  })
}

/** Seconds that the fullest bucket takes for the calls that nobody can do without. */
const bucketBound = ({ slowest: { action, calls } }: MinimumCalls): number => {
  const size = bucketSize({ service: 'ec2', action, input: { MaxResults: 1000 } }, {})
  if (size === null) throw new Error('EC2 has buckets')
  return Math.max(0.001, (calls - size.capacity) / size.refillPerSecond)
}

/** The minimum of the actions that this version of the sync reads at all. */
const madeOf = ({ byAction }: MinimumCalls, made: CallTotals): Record<string, number> =>
  Object.fromEntries(Object.entries(byAction).filter(([action]) => (made.byAction[action] ?? 0) > 0))

const excess = ({ firstCalls, minimum }: Round): Record<string, number> =>
  Object.fromEntries(
    Object.entries(firstCalls.byAction)
      .map(([action, calls]): [string, number] => [action, calls - (minimum.byAction[action] ?? 0)])
      .filter(([, calls]) => calls !== 0),
  )

const perItemCalls = ({ byAction }: CallTotals): number =>
  sum(Object.fromEntries(Object.entries(byAction).filter(([action]) => perItem.has(action))))

const sum = (numbers: Readonly<Record<string, number>>): number =>
  Object.values(numbers).reduce((all, number) => all + number, 0)
