import { type GraphQLError, locatedError } from 'graphql'
import type { Bindings, Slot } from '../../db/slot.ts'
import type { Read } from '../../db/statement.ts'
import { InvalidInput } from '../../domain/invalid-input.ts'
import { bind, type Plan, type PlannedField } from './plan.ts'
import { several } from './root.ts'

export type CompiledAnswer = {
  /** The JSON of `data` */
  readonly text: string
  readonly errors: readonly GraphQLError[]
}

/** Sends a plan's statements. Null where the resolvers have to answer, because they say what is wrong with a value. */
export const answer = async (read: Read, plan: Plan, variables: Bindings): Promise<CompiledAnswer | null> => {
  const { fields, checks } = plan
  if (!checks.every(check => isFine(check, variables))) return null
  const outcomes = await Promise.all(fields.map(field => readField(read, field, variables)))
  if (outcomes.includes(leftToResolvers)) return null
  const errors = outcomes.filter(outcome => outcome instanceof Error)
  const isNull = outcomes.some((outcome, i) => outcome instanceof Error && !fields[i]?.nullable)
  const members = fields.map(({ key }, i) => `"${key}":${typeof outcomes[i] === 'string' ? outcomes[i] : 'null'}`)
  return { text: isNull ? 'null' : `{${members.join(',')}}`, errors }
}

const isFine = (check: Slot, variables: Bindings): boolean => {
  try {
    check.read(variables)
    return true
  } catch (error) {
    if (error instanceof InvalidInput) return false
    throw error
  }
}

const leftToResolvers = Symbol('left to the resolvers')

type Outcome = string | null | GraphQLError | typeof leftToResolvers

const readField = async (read: Read, field: PlannedField, variables: Bindings): Promise<Outcome> => {
  if (field.statement === null) return '"Query"'
  try {
    const [row] = await read<{ json: string | null }>(bind(field.statement, variables))
    return row?.json === several ? leftToResolvers : (row?.json ?? null)
  } catch (error) {
    return error instanceof InvalidInput ? leftToResolvers : locatedError(error, field.place.nodes, field.place.path)
  }
}
