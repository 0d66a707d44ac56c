import { type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { RequestContext } from '../request-context.ts'
import type { Balance } from './cost-budget.ts'
import type { QueryLimits } from './query-limits.ts'

/** A request with this header, whatever its value, is told what it cost: `extensions.cost`. */
export const costHeader = 'x-amigraph-cost'

/** Refuses what is too much for one query or for its viewer's budget, before anything is read. */
export const limitQueries = (limits: QueryLimits): ApolloServerPlugin<RequestContext> => ({
  serverWillStart: async ({ schema }) => limits.begin(schema),
  requestDidStart: async () => {
    let told: Record<string, unknown> | undefined
    return {
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (!operation) return
        if (!schema.getRootType(operation.operation)) throw noSuchOperation(operation.operation)
        // It was charged already, and then could not be answered without the executor.
        if (contextValue.cost !== undefined) return
        const { variables = {}, http } = request
        const cost = limits.costOf({ document, operation, variables })
        contextValue.cost = cost
        const balance = limits.spend(cost, contextValue.caller)
        if (http?.headers.has(costHeader)) {
          told = {
            requested: cost,
            remaining: balance?.remaining ?? null,
            resetAt: balance?.resetAt.toISOString() ?? null,
          }
        }
        if (balance && balance.waitSeconds > 0) throw rateLimited(cost, balance)
      },
      willSendResponse: async ({ response: { body } }) => {
        if (told === undefined || body.kind !== 'single') return
        body.singleResult.extensions = { ...body.singleResult.extensions, cost: told }
      },
    }
  },
})

const noSuchOperation = (operation: string): GraphQLError =>
  new GraphQLError(`This API has no ${operation}s`, {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  })

const rateLimited = (cost: number, { waitSeconds, resetAt, remaining }: Balance): GraphQLError =>
  new GraphQLError(`The budget of this minute is spent; try again in ${waitSeconds} s`, {
    extensions: {
      code: 'RATE_LIMITED',
      cost,
      remaining,
      resetAt: resetAt.toISOString(),
      http: { status: 429, headers: new HeaderMap([['retry-after', String(waitSeconds)]]) },
    },
  })
