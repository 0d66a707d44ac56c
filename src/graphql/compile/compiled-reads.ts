import type { GraphQLError, GraphQLSchema } from 'graphql'
import { scopeKey } from '../../domain/viewer.ts'
import type { ApiMetrics } from '../../telemetry/api-metrics.ts'
import type { Logger } from '../../telemetry/logger.ts'
import type { Answer, AnswerCache } from '../answer-cache/answer-cache.ts'
import { etagOf } from '../answer-cache/etag.ts'
import type { RequestContext } from '../request-context.ts'
import { answer } from './answer.ts'
import { createPlans, type FoundPlan, type OperationRequest } from './plans.ts'

/** An answer with errors: it is never kept. */
export type Failed = { readonly text: string; readonly errors: readonly GraphQLError[] }

/** Queries of facts, answered with one statement a field of Query, or with what was kept of the same query. */
export type CompiledReads = {
  /** Before anything is asked */
  begin(schema: GraphQLSchema): void
  /** Null where the resolvers have to answer */
  find(request: OperationRequest): FoundPlan | null
  /** What was kept, without asking anybody */
  kept(found: FoundPlan, viewer: RequestContext['viewer']): Answer | null
  /** What the database says, which is kept from then on. Null where the resolvers have to answer */
  read(found: FoundPlan, asked: Pick<RequestContext, 'read' | 'viewer'>): Promise<Answer | Failed | null>
}

/** `cache`: null where every query is read anew. */
export const createCompiledReads = (
  logger: Pick<Logger, 'error'>,
  cache: AnswerCache | null,
  metrics: Pick<ApiMetrics, 'lookedUp'> | null = null,
): CompiledReads => {
  let find: CompiledReads['find'] = () => null
  return {
    begin: schema => {
      find = createPlans(schema, error => logger.error({ err: error }, 'a query could not be compiled'))
    },
    find: request => find(request),
    kept: (found, viewer) => {
      if (cache === null) return null
      const answer = cache.get(keyOf(found, viewer))
      metrics?.lookedUp(answer !== null)
      return answer
    },
    read: async (found, { read, viewer }) => {
      const { plan, variables } = found
      const ticket = cache && (await cache.take(plan.dependsOn))
      const answered = await answer(read, plan, variables)
      if (answered === null || answered.errors.length > 0) return answered
      const named = { text: answered.text, etag: etagOf(answered.text) }
      if (ticket) cache?.set(keyOf(found, viewer), ticket, plan.dependsOn, named)
      return named
    },
  }
}

const keyOf = ({ id }: FoundPlan, { scope }: RequestContext['viewer']): string => `${scopeKey(scope)} ${id}`
