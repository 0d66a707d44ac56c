import { withoutAnswerCache } from '../contestants/answer-cache.ts'
import { startContestant } from '../contestants/contestant.ts'
import { openSeeded, type SeedOptions } from '../database/open-seeded.ts'
import { growthScale } from '../database/scale.ts'
import { runLoad } from '../load/run-load.ts'
import type { Options } from '../options.ts'
import type { Progress } from '../../figures/progress.ts'
import type { Dialect } from '../queries/dialect.ts'
import { q1 } from '../queries/q1.ts'
import { q2 } from '../queries/q2.ts'
import { poolSize, prepareQuestions } from './arena.ts'
import { amigraphRider } from './rider.ts'

export type Growth = {
  readonly images: readonly [small: number, large: number]
  /** Milliseconds an answer takes at one connection: medians of each round, by query, at either scale */
  readonly times: Readonly<Record<string, readonly [small: readonly number[], large: readonly number[]]>>
}

type GrowthOptions = {
  readonly options: Options
  readonly seedOptions: SeedOptions
  readonly progress: Progress
  readonly dialect: Dialect
}

/**
 * Q1 and Q2 in a small and in a large organization, uncached and in turn. One connection: what is asked is how long an
 * answer takes, not how many of them a machine can give.
 */
export const measureGrowth = async ({ options, seedOptions, progress, dialect }: GrowthOptions): Promise<Growth> => {
  await using opened = new AsyncDisposableStack()
  const sides = []
  for (const images of options.growthImages) {
    const database = opened.adopt(await openSeeded(growthScale(images), seedOptions), ({ close }) => close())
    const contestant = opened.adopt(
      await startContestant(`amigraph with ${images} images`, 'amigraph-server', {
        databaseUrl: database.url,
        poolSize,
        apiSettings: { ...withoutAnswerCache, ...options.settings },
        statementsFile: null,
      }),
      ({ stop }) => stop(),
    )
    const rider = amigraphRider(contestant, dialect)
    const questions = await prepareQuestions(database, [q1, q2], options.variables)
    const run = async (key: string, seconds: number): Promise<number> => {
      const question = questions.find(({ query }) => query.key === key)
      const requests = question?.variables.map((set, index) => rider.request(question.query, set, index)) ?? []
      const { url, pid } = contestant
      // The mean, to a fraction of a millisecond: with one connection it is the time that passed by the answers.
      return 1000 / (await runLoad({ url, pid, database: database.pool, requests, connections: 1, seconds })).perSecond
    }
    sides.push(run)
  }
  const times: Record<string, [number[], number[]]> = { q1: [[], []], q2: [[], []] }
  for (let round = 0; round <= options.rounds; round++) {
    for (const [key, both] of Object.entries(times)) {
      for (const [side, run] of sides.entries()) {
        const time = await run(key, options.seconds)
        // The first round only warms up.
        if (round > 0) both[side]?.push(time)
      }
      progress.say(
        `growth, round ${round}, ${key}: ${both.map(all => `${all.at(-1)?.toFixed(2) ?? '–'} ms`).join(', ')}`,
      )
    }
  }
  return { images: options.growthImages, times }
}
