import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import type { ApiSettings } from '../api-settings.ts'
import { evaluate, type Variables } from './cost.ts'
import { type Balance, CostBudget } from './cost-budget.ts'
import { measureDocument } from './document-size.ts'
import { checkVariables, tooDeep } from './input-size.ts'
import { deepest, deepestInput, mostAliases, mostDirectives, mostFields, mostRootFields } from './limits.ts'
import { createQueryPlanner, type QueryPlan } from './plan-query.ts'
import { tooMuch } from './too-much.ts'

export type LimitedQuery = {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Variables
}

type CostSettings = Pick<ApiSettings, 'maxQueryCost' | 'costBudget'>

/** Says before anything is read whether a query is too much, and takes what it can cost from its caller's budget. */
export class QueryLimits {
  readonly #maxQueryCost: number
  readonly #budget: CostBudget | null
  // Plans are kept as long as the documents that they are made of.
  readonly #plans = new WeakMap<OperationDefinitionNode, QueryPlan | GraphQLError>()
  #planner: ReturnType<typeof createQueryPlanner> | undefined

  constructor({ maxQueryCost, costBudget }: CostSettings) {
    this.#maxQueryCost = maxQueryCost
    this.#budget = costBudget > 0 ? new CostBudget(costBudget) : null
  }

  begin(schema: GraphQLSchema): void {
    this.#planner = createQueryPlanner(schema, { mostFields, deepest })
  }

  /** What a query can cost, in points. Throws a GraphQLError with the limit that its size or shape exceeds. */
  costOf({ document, operation, variables }: LimitedQuery): number {
    const { cost } = this.#planOf(document, operation)
    checkVariables(variables)
    return Math.ceil(evaluate(cost, variables))
  }

  /**
   * Takes the points from the caller's budget, if it has them (`waitSeconds` is 0 then); null where there are no budgets.
   * Throws a GraphQLError where no single query may cost so much.
   */
  spend(cost: number, caller: string): Balance | null {
    if (cost > this.#maxQueryCost) {
      const message = `The query can cost ${cost} points, more than the ${this.#maxQueryCost} that one may; ask for smaller pages`
      throw tooMuch('QUERY_TOO_EXPENSIVE', message, { cost, maxCost: this.#maxQueryCost })
    }
    return this.#budget?.spend(caller, cost) ?? null
  }

  #planOf(document: DocumentNode, operation: OperationDefinitionNode): QueryPlan {
    let plan = this.#plans.get(operation)
    if (plan === undefined) {
      if (this.#planner === undefined) throw new Error('The limits have no schema yet')
      plan = refuseSize(document) ?? refuseShape(this.#planner(document, operation))
      this.#plans.set(operation, plan)
    }
    if (plan instanceof GraphQLError) throw plan
    return plan
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
