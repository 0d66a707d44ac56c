import type { SeededDatabase } from '../database/open-seeded.ts'
import type { Options } from '../options.ts'
import type { Progress } from '../../figures/progress.ts'
import type { Dialect } from '../queries/dialect.ts'
import type { Query, Variables } from '../queries/query.ts'

/** What every measure works with. */
export type Arena = {
  readonly options: Options
  readonly progress: Progress
  readonly database: SeededDatabase
  readonly dialect: Dialect
  readonly questions: readonly Question[]
}

/** A query with its sets of variables. */
export type Question = { readonly query: Query; readonly variables: readonly Variables[] }

/** The same connections to PostgreSQL for every contestant: this API's default. */
export const poolSize = 4

export const prepareQuestions = async (
  database: SeededDatabase,
  queries: readonly Query[],
  most: number,
): Promise<Question[]> => {
  const questions: Question[] = []
  for (const query of queries) {
    const variables = await query.variables(database.pool, most)
    if (variables.length === 0)
      throw new Error(`At this scale there is nothing to ask ${query.key} about; seed more images`)
    questions.push({ query, variables })
  }
  return questions
}
