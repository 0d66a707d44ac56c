import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { withoutAnswerCache } from '../contestants/answer-cache.ts'
import { type Contestant, startContestant } from '../contestants/contestant.ts'
import { type LimitStatement, type LimitStatements, writtenStatement } from '../contestants/limit-statements.ts'
import type { RecordedStatement } from '../contestants/recorded-statement.ts'
import { ask, graphqlRequest } from '../load/request.ts'
import { takeRecorded } from '../load/take-recorded.ts'
import { type Arena, poolSize, type Question } from './arena.ts'

/**
 * The statement that the limit runs for each query: the very one that this API sends, where it sends one; else one that
 * is written here. Fails where this API answers without asking the database, because then nothing that follows would be
 * uncached.
 */
export const findLimitStatements = async (arena: Arena): Promise<LimitStatements> => {
  const { database, options, questions, progress } = arena
  const recorder = await startContestant('recorder', 'statement-recorder', {
    databaseUrl: database.url,
    // One connection, so that what is recorded between two requests belongs to the first.
    poolSize: 1,
    apiSettings: { ...withoutAnswerCache, ...options.settings },
    statementsFile: null,
  })
  try {
    const found: Record<string, LimitStatement> = {}
    for (const question of questions) {
      progress.say(`${question.query.key}: looking at the statements of this API`)
      found[question.query.key] =
        (await recordStatement(arena, recorder, question)) ??
        writtenStatement(question.query, arena.dialect, question.variables)
    }
    return found
  } finally {
    await recorder.stop()
  }
}

const recordStatement = async (
  { dialect, database }: Arena,
  recorder: Contestant,
  { query, variables }: Question,
): Promise<LimitStatement | null> => {
  const document = query.document(dialect)
  let text: string | null = null
  let frame: Pick<LimitStatement, 'column' | 'before' | 'after'> | null = null
  const values: unknown[][] = []
  // Once more at the end with what was asked first: by then a cache would know the answer.
  for (const set of [...variables, ...variables.slice(0, 1)]) {
    const answer = await ask(recorder.url, graphqlRequest(document, set))
    const [statement, ...others] = await takeRecorded(recorder)
    if (statement === undefined) {
      throw new Error(`${query.key}: this API answered without asking the database, so its cache is not off`)
    }
    if (others.length > 0 || (text !== null && text !== statement.text)) return null
    frame ??= await frameOf(database.url, statement, answer.text)
    if (frame === null) return null
    text = statement.text
    values.push([...statement.values])
  }
  return text === null || frame === null ? null : { text, values: values.slice(0, -1), ...frame, origin: 'recorded' }
}

/** Which column of the statement's row is in the answer as it is, and what stands around it there. */
const frameOf = async (databaseUrl: string, { text, values }: RecordedStatement, answer: string) => {
  const client = new pg.Client({
    connectionString: databaseUrl,
    types: { getTypeParser: () => (value: unknown) => value },
  })
  await client.connect()
  try {
    const { rows } = await client.query<string[]>({ text, values: [...values], rowMode: 'array' })
    if (rows.length !== 1) return null
    for (const [column, json] of (rows[0] ?? []).entries()) {
      const start = json && json.length > 2 ? answer.indexOf(json) : -1
      if (start >= 0) return { column, before: answer.slice(0, start), after: answer.slice(start + json.length) }
    }
    return null
  } finally {
    await client.end()
  }
}

/** The limit's server, with the statements in a file for as long as it needs to read them. */
export const startLimit = async (databaseUrl: string, statements: LimitStatements): Promise<Contestant> => {
  const folder = await mkdtemp(join(tmpdir(), 'amigraph-bench-'))
  try {
    const statementsFile = join(folder, 'statements.json')
    await writeFile(statementsFile, JSON.stringify(statements))
    return await startContestant('limit', 'limit-server', { databaseUrl, poolSize, apiSettings: {}, statementsFile })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
