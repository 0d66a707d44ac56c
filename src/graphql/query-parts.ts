import type { GraphQLFormattedError } from 'graphql'
import { type KeptAnswers, keepAnswers } from './answer-cache/keep-answers.ts'
import type { ApiContext } from './api-context.ts'
import { apiSettings } from './api-settings.ts'
import { type CompiledReads, createCompiledReads } from './compile/compiled-reads.ts'
import { createFormatError } from './errors.ts'
import { KnownQueries } from './known-queries/known-queries.ts'
import { QueryLimits } from './limits/query-limits.ts'

/** What answers queries, whether they come through Apollo Server or are known already. */
export type QueryParts = {
  readonly limits: QueryLimits
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError
  /** Null where everything is resolved */
  readonly compiled: {
    readonly reads: CompiledReads
    readonly known: KnownQueries
    readonly kept: KeptAnswers | null
  } | null
}

export const createQueryParts = ({
  logger,
  settings: given,
  compile = true,
  listen,
  read,
  metrics,
}: Pick<ApiContext, 'logger' | 'settings' | 'compile' | 'listen' | 'read' | 'metrics'>): QueryParts => {
  const settings = apiSettings(given)
  const parts = { limits: new QueryLimits(settings), formatError: createFormatError(logger) }
  if (!compile) return { ...parts, compiled: null }
  const kept = keepAnswers(listen, settings.answerCacheMegabytes, read)
  const reads = createCompiledReads(logger, kept?.cache ?? null, metrics ?? null)
  return { ...parts, compiled: { reads, known: new KnownQueries(), kept } }
}
