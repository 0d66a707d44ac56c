import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql'
import type { Alias, Fields } from '../../db/concept.ts'
import type { Bindings, Slot } from '../../db/slot.ts'
import type { Sql } from '../../db/statement.ts'
import type { Member } from './json.ts'

/** What the compiling of one operation works with. The variables stand for all of the same shape. */
export type Compilation = {
  readonly schema: GraphQLSchema
  readonly types: TypeMaps
  readonly operation: OperationDefinitionNode
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  readonly variables: Bindings
  /** The viewer sees so few rows that lists of everything begin from those (`Read.isNarrow`) */
  readonly isNarrow: boolean
  /** Values that are found to be wrong when they are read, also where no statement needs them */
  readonly checks: Slot[]
  /** A name that no other part of the statement has */
  readonly alias: (prefix: string) => Alias
}

/** The row that an object's fields are told from. */
export type Row = {
  /** The name of the FROM item */
  readonly alias: Alias
  /** Fields as SQL over it; also those that are no fields of the schema, because relations start from them */
  readonly fields: Fields
  /** What a query asks for of the object: its coverage depends on that */
  readonly asked: readonly string[]
}

/** A field where a query asks for it. */
export type FieldAt = {
  readonly compilation: Compilation
  readonly type: GraphQLOutputType
  readonly args: Bindings
  /** The field's nodes in the query: several where parts of it are merged */
  readonly nodes: readonly FieldNode[]
  readonly row: Row
}

/** A field as an expression: its JSON, or a value of which PostgreSQL makes that JSON. */
export type CompileField = ((at: FieldAt) => Sql) & {
  /** Of a list: all its nodes, a row each, with what these parts of the query ask for of them */
  readonly whole?: (at: FieldAt, nodes: readonly FieldNode[]) => WholeList
}

/** A list without pages: what is asked for of a node, and the FROM item that has them all. */
export type WholeList = { readonly members: readonly Member[]; readonly item: Sql }

/** The fields of a type. */
export type TypeMap = Readonly<Record<string, CompileField>>

export type TypeMaps = Readonly<Record<string, TypeMap>>

export const createCompilation = ({
  document,
  ...given
}: Omit<Compilation, 'fragments' | 'alias' | 'checks'> & { readonly document: DocumentNode }): Compilation => {
  let aliases = 0
  return {
    ...given,
    checks: [],
    fragments: Object.fromEntries(
      document.definitions.flatMap(definition =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
      ),
    ),
    alias: prefix => {
      aliases += 1
      return `${prefix}${aliases}`
    },
  }
}
