import { type Figure, figure, type Measured, notMeasured } from '../figures/figure.ts'
import { median } from '../figures/median.ts'
import type { SeededDatabase, SeedOptions } from './database/open-seeded.ts'
import { cachedAgainstPeer, cpuAgainstPeer, p99AgainstPeer, speedAgainst } from './figures-of-heats.ts'
import { type FigureKey, goals } from './goals.ts'
import { type Arena, prepareQuestions } from './measures/arena.ts'
import { measureCached } from './measures/cached.ts'
import { hasExport, measureExport } from './measures/export.ts'
import { type Growth, measureGrowth } from './measures/growth.ts'
import { measureUncached } from './measures/uncached.ts'
import type { Options } from './options.ts'
import type { Progress } from '../figures/progress.ts'
import { type Dialect, readDialect } from './queries/dialect.ts'
import { queries } from './queries/queries.ts'
import type { Query } from './queries/query.ts'

type Found = Partial<Record<FigureKey, Measured>>

export type MeasureOptions = {
  readonly options: Options
  readonly progress: Progress
  /** Opened when it is needed: growth and exports have databases of their own */
  readonly openDatabase: () => Promise<SeededDatabase>
  readonly seedOptions: SeedOptions
}

/** Every figure of the API, in the order of the goals; what was left out says so. */
export const measureAll = async (measureOptions: MeasureOptions): Promise<Figure[]> => {
  const { options } = measureOptions
  const dialect = readDialect()
  const found: Found = {
    ...(await onMainDatabase(measureOptions, dialect)),
    ...(options.only.has('growth') && {
      'api.growth': growthFigure(await measureGrowth({ ...measureOptions, dialect })),
    }),
  }
  return Object.entries(goals).map(([key, goal]) =>
    figure(key, goal, found[key as FigureKey] ?? notMeasured('left out of this run')),
  )
}

const onMainDatabase = async (
  { options, progress, openDatabase, seedOptions }: MeasureOptions,
  dialect: Dialect,
): Promise<Found> => {
  const asked = queries.filter(({ key }) => options.only.has(key))
  const wantsCached = options.only.has('cached')
  const wantsExport = options.only.has('export')
  if (asked.length === 0 && !wantsCached && !wantsExport) return {}
  const database = await openDatabase()
  let found: Found = {}
  let exports = false
  try {
    const questions = await prepareQuestions(database, asked.length > 0 ? asked : queries, options.variables)
    const arena: Arena = { options, progress, database, dialect, questions }
    if (asked.length > 0) found = await uncachedFigures(arena, asked)
    if (wantsCached) found = { ...found, 'api.cached.peer': await cachedFigure(arena) }
    exports = wantsExport && (await hasExport(database.url, options))
  } finally {
    await database.close()
  }
  if (!wantsExport) return found
  return { ...found, ...(await exportFigures(exports, { options, progress, seedOptions })) }
}

const uncachedFigures = async (arena: Arena, asked: readonly Query[]): Promise<Found> => {
  const uncached = await measureUncached(arena)
  const found: Found = {
    'api.cpu.peer': cpuAgainstPeer(uncached),
    'api.p99.peer': p99AgainstPeer(uncached),
    'api.rss': uncached.peakMemory === null ? notMeasured('this system does not tell') : { value: uncached.peakMemory },
  }
  for (const { key } of asked) {
    const missing = missingIn(arena.dialect, key)
    found[`api.${key}.peer`] = unlessMissing(missing, speedAgainst(uncached, key, 'postgraphile'))
    found[`api.${key}.limit`] = unlessMissing(missing, speedAgainst(uncached, key, 'limit'))
  }
  return found
}

/** What the schema has no words for, so that the query is not the one that the goal is about. */
const missingIn = ({ pagedPermissions, months }: Dialect, key: Query['key']): string[] => [
  ...(pagedPermissions ? [] : ['some of the launch permissions (all were asked for, of every contestant)']),
  ...(key === 'q3' && months === null ? ['cost by month (left out for every contestant)'] : []),
]

const unlessMissing = (missing: readonly string[], measured: Measured): Measured =>
  missing.length === 0
    ? measured
    : notMeasured(
        `the schema cannot be asked for ${missing.join(', nor for ')}; what was measured instead is in detail`,
        {
          instead: measured.value,
          ...measured.detail,
        },
      )

const cachedFigure = async (arena: Arena): Promise<Measured> => {
  const heats = await measureCached(arena)
  return heats === null
    ? notMeasured('this API does not keep answers: it asks the database again')
    : cachedAgainstPeer(heats)
}

const growthFigure = ({ images, times }: Growth): Measured => {
  const ratios = Object.entries(times).map(([key, [small, large]]) => [key, median(large) / median(small)] as const)
  return {
    value: Math.max(...ratios.map(([, ratio]) => ratio)),
    detail: { images, ratios: Object.fromEntries(ratios), meanMs: times },
  }
}

const exportFigures = async (
  exports: boolean,
  options: Parameters<typeof measureExport>[0],
): Promise<Pick<Found, 'api.export' | 'api.export.rss'>> => {
  if (!exports) {
    const missing = notMeasured('this API has no exports yet')
    return { 'api.export': missing, 'api.export.rss': missing }
  }
  const { images, exported, copied, peakMemory } = await measureExport(options)
  return {
    'api.export': { value: median(exported) / median(copied), detail: { images, rowsPerSecond: { exported, copied } } },
    'api.export.rss': peakMemory === null ? notMeasured('this system does not tell') : { value: peakMemory },
  }
}
