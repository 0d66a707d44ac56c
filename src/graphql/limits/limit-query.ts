import { type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import type { ApiSettings } from '../api-settings.ts'
import type { RequestContext } from '../request-context.ts'
import { evaluate } from './cost.ts'
import { type Balance, CostBudget } from './cost-budget.ts'
import { measureDocument } from './document-size.ts'
import { checkVariables, tooDeep } from './input-size.ts'
import { deepest, deepestInput, mostAliases, mostDirectives, mostFields, mostRootFields } from './limits.ts'
import { createQueryPlanner, type QueryPlan } from './plan-query.ts'
import { tooMuch } from './too-much.ts'

/** A request with this header, whatever its value, is told what it cost: `extensions.cost`. */
export const costHeader = 'x-amigraph-cost'

type CostSettings = Pick<ApiSettings, 'maxQueryCost' | 'costBudget'>

/** Refuses what is too much for one query or for its viewer's budget, before anything is read. */
export const limitQueries = ({ maxQueryCost, costBudget }: CostSettings): ApolloServerPlugin<RequestContext> => {
  const budget = costBudget > 0 ? new CostBudget(costBudget) : null
  // Plans are kept as long as the documents that they are made of.
  const plans = new WeakMap<OperationDefinitionNode, QueryPlan | GraphQLError>()
  let planner: ReturnType<typeof createQueryPlanner> | undefined
  const planOf = (schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): QueryPlan => {
    let plan = plans.get(operation)
    if (plan === undefined) {
      planner ??= createQueryPlanner(schema, { mostFields, deepest })
      plan = refuseSize(document) ?? refuseShape(planner(document, operation))
      plans.set(operation, plan)
    }
    if (plan instanceof GraphQLError) throw plan
    return plan
  }
  return {
    requestDidStart: async () => {
      let told: Record<string, unknown> | undefined
      return {
        didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
          if (!operation) return
          if (!schema.getRootType(operation.operation)) throw noSuchOperation(operation.operation)
          const { cost } = planOf(schema, document, operation)
          const { variables = {}, http } = request
          checkVariables(variables)
          const requested = Math.ceil(evaluate(cost, variables))
          contextValue.cost = requested
          if (requested > maxQueryCost) {
            const message = `The query can cost ${requested} points, more than the ${maxQueryCost} that one may; ask for smaller pages`
            throw tooMuch('QUERY_TOO_EXPENSIVE', message, { cost: requested, maxCost: maxQueryCost })
          }
          const balance = budget?.spend(contextValue.caller, requested)
          if (http?.headers.has(costHeader)) {
            told = {
              requested,
              remaining: balance?.remaining ?? null,
              resetAt: balance?.resetAt.toISOString() ?? null,
            }
          }
          if (balance && balance.waitSeconds > 0) throw rateLimited(requested, balance)
        },
        willSendResponse: async ({ response: { body } }) => {
          if (told === undefined || body.kind !== 'single') return
          body.singleResult.extensions = { ...body.singleResult.extensions, cost: told }
        },
      }
    },
  }
}

const refuseSize = (document: DocumentNode): GraphQLError | undefined => {
  const { aliases, directives, inputDepth } = measureDocument(document, deepestInput)
  if (aliases > mostAliases) return tooMuch('QUERY_TOO_LARGE', `The query has more than ${mostAliases} aliases`)
  if (directives > mostDirectives) {
    return tooMuch('QUERY_TOO_LARGE', `The query has more than ${mostDirectives} directives`)
  }
  return inputDepth > deepestInput ? tooDeep() : undefined
}

const refuseShape = (plan: QueryPlan): QueryPlan | GraphQLError => {
  if (plan.depth > deepest) return tooMuch('QUERY_TOO_DEEP', `The query goes deeper than ${deepest} levels`)
  if (plan.fields > mostFields) {
    return tooMuch('QUERY_TOO_LARGE', `The query has more than ${mostFields} fields, those of its fragments included`)
  }
  if (plan.rootFields > mostRootFields) {
    return tooMuch('QUERY_TOO_LARGE', `The query has more than ${mostRootFields} fields at its root`)
  }
  return plan
}

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
