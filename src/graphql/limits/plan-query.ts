import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type ValueNode,
} from 'graphql'
import { defaultPageSize, largestPageSize } from '../page-arguments.ts'
import { both, type Condition, either, most, plus, type Quantity, times, type Variables, where } from './cost.ts'
import { createFieldCosts, type FieldCost } from './field-cost.ts'

/** What a query costs and how it is built, with its fragments put in place and equal fields merged. */
export type QueryPlan = {
  readonly cost: Quantity
  /** Levels of fields with a selection below each other */
  readonly depth: number
  /** Fields; counting stops a little above what is allowed */
  readonly fields: number
  readonly rootFields: number
}

type Field = GraphQLField<unknown, unknown>
type Selected = { readonly set: SelectionSetNode; readonly when: Condition }
type Asked = { readonly node: FieldNode; readonly when: Condition }
/** Under a type condition, by response key */
type AskedFields = Map<GraphQLCompositeType, Map<string, Asked[]>>

/** Plans the queries of a schema. `mostFields` and `deepest` end what could only get worse. */
export const createQueryPlanner = (schema: GraphQLSchema, { mostFields, deepest }: PlanLimits) => {
  const costOf = createFieldCosts(schema)
  return (document: DocumentNode, operation: OperationDefinitionNode): QueryPlan =>
    new Planning(schema, costOf, document, operation, mostFields, deepest).plan()
}

export type PlanLimits = { readonly mostFields: number; readonly deepest: number }

class Planning {
  readonly #schema: GraphQLSchema
  readonly #costOf: (field: Field) => FieldCost
  readonly #operation: OperationDefinitionNode
  readonly #fragments = new Map<string, FragmentDefinitionNode>()
  readonly #defaults: ReadonlyMap<string, ValueNode | undefined>
  readonly #mostFields: number
  readonly #deepest: number
  #depth = 0
  #fields = 0
  #visited = 0

  constructor(
    schema: GraphQLSchema,
    costOf: (field: Field) => FieldCost,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    mostFields: number,
    deepest: number,
  ) {
    this.#schema = schema
    this.#costOf = costOf
    this.#operation = operation
    this.#mostFields = mostFields
    this.#deepest = deepest
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition)
    }
    this.#defaults = new Map(
      operation.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
    )
  }

  plan(): QueryPlan {
    const root = this.#schema.getRootType(this.#operation.operation)
    const sets = [{ set: this.#operation.selectionSet, when: true }]
    if (!root) return { cost: 0, depth: 0, fields: 0, rootFields: 0 }
    const cost = this.#costOfSets(root, sets, 1, 0)
    const rootFields = new Set([...this.#collect(root, sets).values()].flatMap(fields => [...fields.keys()])).size
    return { cost, depth: this.#depth, fields: this.#fields, rootFields }
  }

  #costOfSets(parent: GraphQLCompositeType, sets: readonly Selected[], page: Quantity, level: number): Quantity {
    const asked = this.#collect(parent, sets)
    let cost = this.#costOfFields(parent, asked.get(parent), page, level)
    asked.delete(parent)
    if (asked.size === 0) return cost
    // Of an object only those conditions hold that its own type fulfils; the dearest type counts.
    const costs = new Map([...asked].map(([type, fields]) => [type, this.#costOfFields(type, fields, page, level)]))
    const possible = isAbstractType(parent) ? this.#schema.getPossibleTypes(parent) : [parent]
    const perType = possible.map(type =>
      [...costs].reduce<Quantity>(
        (sum, [condition, each]) => (this.#fulfils(type, condition) ? plus(sum, each) : sum),
        0,
      ),
    )
    cost = plus(cost, most(perType))
    return cost
  }

  #fulfils(type: GraphQLCompositeType, condition: GraphQLCompositeType): boolean {
    return (
      type === condition || (isAbstractType(condition) && isObjectType(type) && this.#schema.isSubType(condition, type))
    )
  }

  #collect(parent: GraphQLCompositeType, sets: readonly Selected[]): AskedFields {
    const asked: AskedFields = new Map()
    const seen = new Map<string, Condition>()
    for (const { set, when } of sets) this.#visit(parent, set.selections, when, asked, seen)
    return asked
  }

  #visit(
    type: GraphQLCompositeType,
    selections: readonly SelectionNode[],
    when: Condition,
    asked: AskedFields,
    seen: Map<string, Condition>,
  ): void {
    for (const selection of selections) {
      this.#visited += 1
      if (this.#visited > this.#mostFields * 10) this.#fields = this.#mostFields + 1
      if (this.#fields > this.#mostFields) return
      const selected = both(when, this.#condition(selection))
      if (selected === false) continue
      if (selection.kind === Kind.FIELD) note(asked, type, selection, selected)
      else if (selection.kind === Kind.INLINE_FRAGMENT) this.#enter(type, selection, selected, asked, seen)
      else {
        const name = selection.name.value
        const fragment = this.#fragments.get(name)
        const before = seen.get(name)
        // A fragment adds nothing the second time, unless the first was under a condition; then it counts as a whole.
        if (before === true || fragment === undefined) continue
        const now = before === undefined ? selected : true
        seen.set(name, now)
        this.#enter(type, fragment, now, asked, seen)
      }
    }
  }

  #enter(
    type: GraphQLCompositeType,
    { typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode,
    when: Condition,
    asked: AskedFields,
    seen: Map<string, Condition>,
  ): void {
    const named = typeCondition && this.#schema.getType(typeCondition.name.value)
    this.#visit(named && isCompositeType(named) ? named : type, selectionSet.selections, when, asked, seen)
  }

  #costOfFields(
    parent: GraphQLCompositeType,
    fields: ReadonlyMap<string, readonly Asked[]> = new Map(),
    page: Quantity,
    level: number,
  ): Quantity {
    let cost: Quantity = 0
    for (const asked of fields.values()) {
      this.#fields += 1
      if (this.#fields > this.#mostFields) return cost
      const first = asked[0]
      const field = first && this.#find(parent, first.node.name.value)
      if (first === undefined || field === undefined) continue
      const when = asked.reduce<Condition>((any, each) => either(any, each.when), false)
      cost = plus(cost, where(when, this.#costOfField(field, asked, page, level)))
    }
    return cost
  }

  #costOfField(field: Field, asked: readonly Asked[], page: Quantity, level: number): Quantity {
    const { weight, size, isConnection } = this.#costOf(field)
    const args = asked[0]?.node.arguments ?? []
    const objects = size === 'page' ? page : typeof size === 'number' ? size : this.#argument(args, size)
    const type = getNamedType(field.type)
    if (!isCompositeType(type)) return times(objects, weight)
    this.#depth = Math.max(this.#depth, level + 1)
    if (this.#depth > this.#deepest) return 0
    const below = asked.flatMap(({ node, when }) => (node.selectionSet ? [{ set: node.selectionSet, when }] : []))
    const itsPage = isConnection ? this.#pageSize(args) : 1
    return times(objects, plus(weight, this.#costOfSets(type, below, itsPage, level + 1)))
  }

  #find(parent: GraphQLCompositeType, name: string): Field | undefined {
    const meta = [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].find(field => field.name === name)
    return meta ?? ('getFields' in parent ? parent.getFields()[name] : undefined)
  }

  #pageSize(args: readonly ArgumentNode[]): Quantity {
    return this.#firstNumber(
      ['first', 'last'].map(name => args.find(argument => argument.name.value === name)?.value),
      defaultPageSize,
    )
  }

  #argument(args: readonly ArgumentNode[], { argument, otherwise }: { argument: string; otherwise: number }): Quantity {
    return this.#firstNumber([args.find(({ name }) => name.value === argument)?.value], otherwise)
  }

  /** The first that is given, as a number or as the length of a list; no list is longer than the largest page. */
  #firstNumber(values: readonly (ValueNode | undefined)[], otherwise: number): Quantity {
    const [value, ...rest] = values
    if (values.length === 0) return otherwise
    if (value === undefined || value.kind === Kind.NULL) return this.#firstNumber(rest, otherwise)
    if (value.kind === Kind.INT) return within(Number(value.value))
    if (value.kind === Kind.LIST) return within(value.values.length)
    if (value.kind !== Kind.VARIABLE) return otherwise
    const { value: name } = value.name
    const byDefault = this.#firstNumber([this.#defaults.get(name), ...rest], otherwise)
    return variables => {
      const given = variables[name]
      if (typeof given === 'number') return within(given)
      if (Array.isArray(given)) return within(given.length)
      return typeof byDefault === 'number' ? byDefault : byDefault(variables)
    }
  }

  #condition({ directives = [] }: SelectionNode): Condition {
    let condition: Condition = true
    for (const { name, arguments: args = [] } of directives) {
      if (name.value !== 'skip' && name.value !== 'include') continue
      const wanted = name.value === 'include'
      const value = args.find(argument => argument.name.value === 'if')?.value
      if (value?.kind === Kind.BOOLEAN) condition = both(condition, value.value === wanted)
      else if (value?.kind === Kind.VARIABLE) condition = both(condition, this.#truth(value.name.value, wanted))
    }
    return condition
  }

  #truth(name: string, wanted: boolean): (variables: Variables) => boolean {
    const byDefault = this.#defaults.get(name)
    const otherwise = byDefault?.kind === Kind.BOOLEAN ? byDefault.value : wanted
    return variables => {
      const given = variables[name]
      return (typeof given === 'boolean' ? given : otherwise) === wanted
    }
  }
}

const note = (asked: AskedFields, type: GraphQLCompositeType, node: FieldNode, when: Condition): void => {
  const fields = asked.get(type) ?? new Map<string, Asked[]>()
  asked.set(type, fields)
  const key = node.alias?.value ?? node.name.value
  const same = fields.get(key)
  if (same) same.push({ node, when })
  else fields.set(key, [{ node, when }])
}

const within = (size: number): number => Math.min(Math.max(size, 0), largestPageSize)
