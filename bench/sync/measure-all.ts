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

const measures: Readonly<Record<Part, (arena: Arena) => Promise<Measures>>> = {
  first: measureFirst,
  neighbour: measureNeighbour,
  workers: measureWorkers,
  large: measureLarge,
  event: measureEvent,
}

/** Every figure; one that was not asked for, or that failed, is there with its reason. */
export const measureAll = async (arena: Arena): Promise<Figure[]> => {
  const measured: Measures = {}
  for (const [part, measure] of Object.entries(measures))
    if (arena.options.only.has(part as Part)) Object.assign(measured, await measure(arena))
  return Object.entries(goals).map(([key, goal]) =>
    figure(key, goal, measured[key as FigureKey] ?? notMeasured('Not asked for (--only)')),
  )
}
