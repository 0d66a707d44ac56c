import { setTimeout } from 'node:timers/promises'
import { type Contestant, startContestant } from '../contestants/contestant.ts'
import { ask, graphqlRequest, type LoadRequest } from '../load/request.ts'
import { takeRecorded } from '../load/take-recorded.ts'
import { type Arena, poolSize } from './arena.ts'
import { amigraphRider, peerRider } from './rider.ts'
import { type Heat, runRounds } from './run-rounds.ts'

/**
 * The same query again: this API as it is by default, and PostGraphile, both asked one question with one set of
 * variables. Null where this API asks the database again for what it has just answered.
 */
export const measureCached = async (arena: Arena): Promise<Heat[] | null> => {
  const { options, progress, database, dialect } = arena
  const settings = { databaseUrl: database.url, poolSize, apiSettings: options.settings, statementsFile: null }
  if (!(await rememberAnswers(arena, settings))) return null
  const questions = arena.questions.map(({ query, variables }) => ({ query, variables: variables.slice(0, 1) }))
  const amigraph = await startContestant('amigraph', 'amigraph-server', settings)
  const peer = await startContestant('postgraphile', 'postgraphile-server', settings).catch(async error => {
    await amigraph.stop()
    throw error
  })
  try {
    const riders = [amigraphRider(amigraph, dialect), peerRider(peer, dialect)]
    return await runRounds({ ...options, database, riders, questions, progress })
  } finally {
    await amigraph.stop()
    await peer.stop()
  }
}

/** How often it may ask the database before it keeps an answer: not before it listens to changes. */
const mostTries = 50
const betweenTriesMs = 100

/** Whether this API comes to answer every query without the database. */
const rememberAnswers = async (
  { questions, dialect }: Arena,
  settings: Parameters<typeof startContestant>[2],
): Promise<boolean> => {
  const recorder = await startContestant('recorder', 'statement-recorder', settings)
  try {
    for (const { query, variables } of questions) {
      const request = graphqlRequest(query.document(dialect), variables[0] ?? {})
      let tries = 0
      while (await asksDatabase(recorder, request)) {
        tries += 1
        if (tries === mostTries) return false
        await setTimeout(betweenTriesMs)
      }
    }
    return true
  } finally {
    await recorder.stop()
  }
}

const asksDatabase = async (recorder: Contestant, request: LoadRequest): Promise<boolean> => {
  await ask(recorder.url, request)
  return (await takeRecorded(recorder)).length > 0
}
