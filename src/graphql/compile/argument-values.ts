import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isLeafType,
  isListType,
  Kind,
  typeFromAST,
  type ValueNode,
} from 'graphql'
import { type Bindings, fill, hasSlot, Slot } from '../../db/slot.ts'
import type { Compilation } from './compilation.ts'
import { NotCompilable } from './not-compilable.ts'
import { slotted } from './variable-shape.ts'

/** The arguments of a field, coerced, with slots where their values come from variables. */
export const argumentValues = (
  compilation: Compilation,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Bindings =>
  Object.fromEntries(
    field.args.flatMap(({ name, type, defaultValue }) => {
      const given = node.arguments?.find(argument => argument.name.value === name)
      const value = given && coerced(compilation, type, given.value)
      const effective = value === undefined ? defaultValue : value
      return effective === undefined ? [] : [[name, effective]]
    }),
  )

const coerced = (compilation: Compilation, type: GraphQLInputType, node: ValueNode): unknown => {
  if (node.kind === Kind.VARIABLE) return variableValue(compilation, node.name.value)
  if (node.kind === Kind.NULL) return null
  const nullable = getNullableType(type)
  if (isListType(nullable)) {
    const nodes = node.kind === Kind.LIST ? node.values : [node]
    const items = nodes.map(item => coerced(compilation, nullable.ofType, item) ?? null)
    // A list of plain values is one parameter.
    return isInputObjectType(getNullableType(nullable.ofType)) || !hasSlot(items)
      ? items
      : new Slot(bindings => fill(items, bindings))
  }
  if (isInputObjectType(nullable) && node.kind === Kind.OBJECT) {
    return Object.fromEntries(
      Object.values(nullable.getFields()).flatMap(({ name, type: fieldType, defaultValue }) => {
        const given = node.fields.find(field => field.name.value === name)
        const value = given && coerced(compilation, fieldType, given.value)
        const effective = value === undefined ? defaultValue : value
        return effective === undefined ? [] : [[name, effective]]
      }),
    )
  }
  if (isLeafType(nullable)) return nullable.parseLiteral(node, {})
  throw new NotCompilable('A value is not of its type')
}

const variableValue = ({ schema, operation, variables }: Compilation, name: string): unknown => {
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)
  const type = definition && typeFromAST(schema, definition.type)
  if (!type) throw new NotCompilable(`The variable ${name} has no type`)
  return slotted(type as GraphQLInputType, variables[name], bindings => bindings[name])
}
