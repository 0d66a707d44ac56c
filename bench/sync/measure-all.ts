import { type Figure, figure, type Measured, notMeasured } from '../figures/figure.ts'
import { type FigureKey, goals } from './goals.ts'
import type { Arena } from './measures/arena.ts'
import { measureEvent } from './measures/event.ts'
import { measureFirst } from './measures/first.ts'
import { measureLarge } from './measures/large.ts'
import { measureNeighbour } from './measures/neighbour.ts'
import { measureWorkers } from './measures/workers.ts'
import type { Part } from './options.ts'

type Measures = Partial<Record<FigureKey, Measured>>

const measures: Readonly<
  Record<Part, { keys: readonly FigureKey[]; measure: (arena: Arena) => Promise<Measures> }>
> = {
  first: {
    keys: ['sync.calls.first', 'sync.wall.first', 'sync.calls.repeat', 'sync.rows.repeat', 'sync.throttled'],
    measure: measureFirst,
  },
  neighbour: { keys: ['sync.throttled.neighbour'], measure: measureNeighbour },
  workers: { keys: ['sync.workers.2'], measure: measureWorkers },
  large: { keys: ['sync.rss', 'sync.write'], measure: measureLarge },
  event: { keys: ['sync.event'], measure: measureEvent },
}

/** Every figure; one that was not asked for, or that failed, is there with its reason. */
export const measureAll = async (arena: Arena): Promise<Figure[]> => {
  const measured: Measures = {}
  for (const [part, { keys, measure }] of Object.entries(measures))
    if (arena.options.only.has(part as Part)) Object.assign(measured, await measureOrTell(arena, keys, measure))
  return Object.entries(goals).map(([key, goal]) =>
    figure(key, goal, measured[key as FigureKey] ?? notMeasured('Not asked for (--only)')),
  )
}

const measureOrTell = async (
  arena: Arena,
  keys: readonly FigureKey[],
  measure: (arena: Arena) => Promise<Measures>,
): Promise<Measures> => {
  try {
    return await measure(arena)
  } catch (error) {
    const reason = `It failed: ${error instanceof Error ? error.message : String(error)}`
    arena.progress.say(`${keys.join(', ')}: ${error instanceof Error ? error.stack : reason}`)
    return Object.fromEntries(keys.map(key => [key, notMeasured(reason)]))
  }
}
