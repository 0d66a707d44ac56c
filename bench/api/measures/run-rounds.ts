import type { SeededDatabase } from '../database/open-seeded.ts'
import type { LoadRequest } from '../load/request.ts'
import { runLoad, type Sample } from '../load/run-load.ts'
import type { Progress } from '../../figures/progress.ts'
import type { Question } from './arena.ts'
import type { Rider } from './rider.ts'

/** One query at one number of connections: a sample a round for each contestant, by its name. */
export type Heat = {
  readonly key: string
  readonly connections: number
  readonly samples: Readonly<Record<string, readonly Sample[]>>
}

export type RoundOptions = {
  readonly database: SeededDatabase
  readonly riders: readonly Rider[]
  readonly questions: readonly Question[]
  readonly connections: readonly number[]
  readonly rounds: number
  readonly seconds: number
  readonly progress: Progress
}

/**
 * Lets the contestants run in turn, A B C A B C …, so that whatever else the machine does meets all of them. Nothing
 * runs at the same time but the contestant, PostgreSQL and the load generator.
 */
export const runRounds = async (options: RoundOptions): Promise<Heat[]> => {
  const { database, riders, questions, connections, rounds, seconds, progress } = options
  const load = ({ contestant }: Rider, requests: readonly LoadRequest[], count: number, time: number) =>
    runLoad({ ...contestant, database: database.pool, requests, connections: count, seconds: time })
  const prepared = questions.map(({ query, variables }) => ({
    key: query.key,
    requests: new Map(
      riders.map(rider => [rider, variables.map((set, index) => rider.request(query, set, index))] as const),
    ),
  }))
  for (const rider of riders) {
    for (const { key, requests } of prepared) {
      progress.say(`warming up ${rider.contestant.name} with ${key}`)
      await load(rider, requests.get(rider) ?? [], Math.min(...connections), seconds / 2)
    }
  }
  const heats = prepared.flatMap(({ key, requests }) =>
    connections.map(count => ({
      key,
      connections: count,
      requests,
      samples: Object.fromEntries(riders.map(({ contestant }) => [contestant.name, [] as Sample[]])),
    })),
  )
  for (let round = 1; round <= rounds; round++) {
    for (const heat of heats) {
      for (const rider of riders) {
        const sample = await load(rider, heat.requests.get(rider) ?? [], heat.connections, seconds)
        heat.samples[rider.contestant.name]?.push(sample)
      }
      progress.say(`round ${round}, ${heat.key} at ${heat.connections}: ${speeds(heat)}`)
    }
  }
  return heats.map(({ key, connections: count, samples }) => ({ key, connections: count, samples }))
}

const speeds = ({ samples }: Pick<Heat, 'samples'>): string =>
  Object.entries(samples)
    .map(([name, all]) => `${name} ${all.at(-1)?.perSecond.toFixed(0)}/s`)
    .join(', ')
