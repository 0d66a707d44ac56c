import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql'
import { LeastRecentlyUsed } from '../../db/least-recently-used.ts'
import type { Bindings } from '../../db/slot.ts'
import { InvalidInput } from '../../domain/invalid-input.ts'
import { NotCompilable } from './not-compilable.ts'
import { type Plan, planOf } from './plan.ts'
import { shapeOf } from './variable-shape.ts'

export type OperationRequest = {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Bindings
  readonly isNarrow: boolean
}

/** The plan of an operation, with the coerced variables that it is for and what both together go by. */
export type FoundPlan = { readonly plan: Plan; readonly id: string; readonly variables: Bindings }

/** Characters of all statements together. */
const mostText = 32 * 1024 * 1024
/** What a plan is counted as besides its text. */
const planSize = 8192
/** A plan keeps its parsed document, which takes so many times its text. */
const parsedSize = 30
/** Characters of all variables that are recognised. */
const mostVariables = 2 * 1024 * 1024
/** What recognised variables are counted as besides their text. */
const variablesSize = 400

/**
 * Plans by operation and shape of variables. The server keeps parsed documents, so the same query comes as the same
 * document: its plan is found without a walk through it.
 */
export const createPlans = (
  schema: GraphQLSchema,
  onDefect: (error: unknown) => void,
): ((request: OperationRequest) => FoundPlan | null) => {
  const operations = new WeakMap<OperationDefinitionNode, Operation>()
  const plans = new LeastRecentlyUsed<Plan | null>(mostText)
  // A page asks for the same again and again: then there is nothing to coerce.
  const recognised = new LeastRecentlyUsed<Coerced>(mostVariables)
  let numbered = 0

  const operationOf = (node: OperationDefinitionNode): Operation => {
    const known = operations.get(node)
    if (known) return known
    numbered += 1
    const operation = {
      number: numbered,
      variables: (node.variableDefinitions ?? []).flatMap(({ variable, type }) => {
        const found = typeFromAST(schema, type) as GraphQLInputType | undefined
        return found ? [{ name: variable.name.value, type: found }] : []
      }),
    }
    operations.set(node, operation)
    return operation
  }

  const coerced = ({ operation: node, variables: given, isNarrow }: OperationRequest): Coerced | null => {
    const operation = operationOf(node)
    const text = JSON.stringify(given)
    const place = `${operation.number}${isNarrow ? 'n' : ''}`
    const known = recognised.get(`${place} ${text}`)
    if (known !== undefined) return known
    const variables = operation.variables.length === 0 ? {} : coerce(schema, node, given)
    if (variables === null) return null
    const shapes = operation.variables.map(({ name, type }) => shapeOf(type, variables[name]))
    const key = `${place} ${shapes.join(' ')}`
    const found = { key, id: `${key} ${JSON.stringify(variables)}`, variables }
    // An infinite number, which no type takes, looks like null in JSON.
    if (!text.includes('null')) recognised.set(`${place} ${text}`, found, variablesSize + 3 * text.length)
    return found
  }

  return request => {
    const asked = coerced(request)
    if (asked === null) return null
    const { key, id, variables } = asked
    const known = plans.get(key)
    if (known !== undefined) return known && { plan: known, id, variables }
    const { document, operation, isNarrow } = request
    const plan = tryToPlan(() => planOf({ schema, document, operation, variables, isNarrow }), onDefect)
    plans.set(key, plan, planSize + key.length + textLength(plan) + parsedSize * (document.loc?.end ?? 0))
    return plan && { plan, id, variables }
  }
}

/** Variables as their types have them; the key of their plan, and with it the ID of what is asked. */
type Coerced = { readonly key: string; readonly id: string; readonly variables: Bindings }

type Operation = {
  readonly number: number
  readonly variables: readonly { readonly name: string; readonly type: GraphQLInputType }[]
}

/** Null where the values are not of their types: the resolvers' executor says so. */
const coerce = (schema: GraphQLSchema, node: OperationDefinitionNode, given: Bindings): Bindings | null =>
  getVariableValues(schema, node.variableDefinitions ?? [], given).coerced ?? null

/** A defect of ours costs a query its speed, not its answer. */
const tryToPlan = (make: () => Plan, onDefect: (error: unknown) => void): Plan | null => {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof NotCompilable || error instanceof InvalidInput)) onDefect(error)
    return null
  }
}

const textLength = (plan: Plan | null): number =>
  plan?.fields.reduce((sum, { statement }) => sum + lengthOf(statement?.text) + lengthOf(statement?.merged), 0) ?? 0

const lengthOf = (text: string | undefined): number => text?.length ?? 0
