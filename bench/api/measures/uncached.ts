import { withoutAnswerCache } from '../contestants/answer-cache.ts'
import { startContestant } from '../contestants/contestant.ts'
import type { LimitStatements } from '../contestants/limit-statements.ts'
import { peakMemory } from '../../process/process-usage.ts'
import { type Arena, poolSize } from './arena.ts'
import { compareAnswers } from './compare-answers.ts'
import { findLimitStatements, startLimit } from './limit-statements.ts'
import { amigraphRider, limitRider, peerRider } from './rider.ts'
import { type Heat, runRounds } from './run-rounds.ts'

export type Uncached = {
  readonly heats: readonly Heat[]
  /** Of this API's process, in MB; null where the system does not tell */
  readonly peakMemory: number | null
  readonly statements: LimitStatements
}

/** This API without its cache of answers, PostGraphile and the limit: every answer comes from the database. */
export const measureUncached = async (arena: Arena): Promise<Uncached> => {
  const { options, progress, database, dialect, questions } = arena
  const statements = await findLimitStatements(arena)
  const settings = { databaseUrl: database.url, poolSize, apiSettings: {}, statementsFile: null }
  await using contestants = new AsyncDisposableStack()
  const started = <Started extends { stop(): Promise<void> }>(contestant: Started) =>
    contestants.adopt(contestant, ({ stop }) => stop())
  const amigraph = started(
    await startContestant('amigraph', 'amigraph-server', {
      ...settings,
      apiSettings: { ...withoutAnswerCache, ...options.settings },
    }),
  )
  const peer = started(await startContestant('postgraphile', 'postgraphile-server', settings))
  const limit = started(await startLimit(database.url, statements))
  const riders = [amigraphRider(amigraph, dialect), peerRider(peer, dialect), limitRider(limit, dialect)]
  progress.say('comparing the answers')
  await compareAnswers(riders, questions)
  const heats = await runRounds({ ...options, database, riders, questions, progress })
  return { heats, peakMemory: peakMemory(amigraph.pid), statements }
}
