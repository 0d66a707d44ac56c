import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
} from 'graphql'
import { type Bindings, Slot } from '../../db/slot.ts'

/**
 * What of a variable's value decides the text of a statement: whether it is there, the fields of its input objects, the
 * length of lists of those, booleans, and enumerations that choose what a list is ordered or grouped by or where it leads. All values of one shape
 * share their statements.
 */
export const shapeOf = (type: GraphQLInputType, value: unknown): string => {
  if (value === undefined) return '-'
  if (value === null) return '0'
  const nullable = getNullableType(type)
  if (isListType(nullable)) {
    if (decidesText(getNullableType(nullable.ofType))) return `=${String(value)}`
    return isInputObjectType(getNullableType(nullable.ofType))
      ? `[${(value as unknown[]).map(item => shapeOf(nullable.ofType, item)).join()}]`
      : 's'
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields()
    return `{${Object.entries(value as Bindings)
      .map(([name, item]) => `${name}${fields[name] ? shapeOf(fields[name].type, item) : '-'}`)
      .join()}}`
  }
  return decidesText(nullable) ? `=${String(value)}` : 's'
}

/** The value with slots for everything that is not its shape. `read` finds it in a request's variables. */
export const slotted = (type: GraphQLInputType, value: unknown, read: Slot['read']): unknown => {
  if (value === undefined || value === null) return value
  const nullable = getNullableType(type)
  if (isListType(nullable)) {
    if (decidesText(getNullableType(nullable.ofType))) return value
    return isInputObjectType(getNullableType(nullable.ofType))
      ? (value as unknown[]).map((item, i) =>
          slotted(nullable.ofType, item, bindings => (read(bindings) as unknown[])[i]),
        )
      : new Slot(read)
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields()
    return Object.fromEntries(
      Object.entries(value as Bindings).map(([name, item]) => [
        name,
        fields[name] && slotted(fields[name].type, item, bindings => (read(bindings) as Bindings)[name]),
      ]),
    )
  }
  return decidesText(nullable) ? value : new Slot(read)
}

const decidesText = (type: GraphQLInputType): boolean =>
  (isScalarType(type) && type.name === 'Boolean') ||
  (isEnumType(type) && /^(CostGroup|LineageDirection)$|(OrderField|OrderDirection)$/.test(type.name))
