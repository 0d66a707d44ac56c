import { startContestant } from '../contestants/contestant.ts'
import { ask, graphqlRequest } from '../load/request.ts'
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

/** Whether this API answers every query a second time without the database. */
const rememberAnswers = async (
  { questions, dialect }: Arena,
  settings: Parameters<typeof startContestant>[2],
): Promise<boolean> => {
  const recorder = await startContestant('recorder', 'statement-recorder', settings)
  try {
    for (const { query, variables } of questions) {
      const request = graphqlRequest(query.document(dialect), variables[0] ?? {})
      await ask(recorder.url, request)
      await takeRecorded(recorder)
      await ask(recorder.url, request)
      if ((await takeRecorded(recorder)).length > 0) return false
    }
    return true
  } finally {
    await recorder.stop()
  }
}
