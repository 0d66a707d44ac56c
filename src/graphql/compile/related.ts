import { sql } from 'kysely'
import type { Field, Relation, RelationArguments } from '../../db/concept.ts'
import { orderBy } from '../../db/keyset.ts'
import { type Bindings, derive } from '../../db/slot.ts'
import type { Sql } from '../../db/statement.ts'
import { checkPageSize } from '../page-arguments.ts'
import { fieldPaths, selectionOf } from '../selection.ts'
import type { CompileField, FieldAt } from './compilation.ts'
import { arrayOf, objectOf } from './json.ts'
import { membersOf, objectTypeOf } from './members.ts'
import { type Key, rowsOf } from './rows.ts'

type RelatedOptions = {
  readonly key?: Key
  /** Holds of the outer row, else the field is null */
  readonly when?: Field
  /** Holds of an outer row whose list is known to have nothing in it, so that it is not looked for */
  readonly empty?: Field
  /** Arguments of the relation itself */
  readonly with?: (args: Bindings) => RelationArguments
}

/** What is asked for below a field, by the names that a row's coverage goes by. */
export const askedBelow = ({ nodes, compilation: { fragments } }: Pick<FieldAt, 'nodes' | 'compilation'>): string[] =>
  fieldPaths(selectionOf({ fieldNodes: nodes, fragments }))

/** The object that a relation leads to, or null. */
export const one =
  (relation: Relation, { key = {}, when, with: withArguments }: RelatedOptions = {}): CompileField =>
  at => {
    const { compilation, row, nodes, type } = at
    const found = rowsOf(compilation, relation, row, { key, args: withArguments?.(at.args) ?? {} })
    const members = membersOf(compilation, objectTypeOf(type), nodes, { ...found, asked: askedBelow(at) })
    return objectOf(members, { item: found.item(), where: when ? [when(row.alias)] : [] })
  }

/** Every object that a relation leads to, in its concept's order; at most as many as the argument `first` says. */
export const list =
  (relation: Relation, { key = {}, when, empty, with: withArguments }: RelatedOptions = {}): CompileField =>
  at => {
    const { compilation, row, nodes, type } = at
    const { orders, defaultOrder, name } = relation.to
    const order = orders[defaultOrder.field]
    if (order === undefined) throw new Error(`${name} has no order ${defaultOrder.field}`)
    const found = rowsOf(compilation, relation, row, { key, args: withArguments?.(at.args) ?? {} })
    const members = membersOf(compilation, objectTypeOf(type), nodes, { ...found, asked: askedBelow(at) })
    const keys = order.map(each => each.value(found.alias))
    const rows = sql`select ${objectOf(members)} from ${found.item({
      tail: sql`order by ${orderBy(keys, defaultOrder.direction)}${limit(at.args['first'])}`,
    })}`
    if (!when && !empty) return arrayOf(rows)
    const isEmpty = empty ? sql`when ${empty(row.alias)} then '[]'::json` : sql``
    return sql`case ${isEmpty} when ${when ? when(row.alias) : sql`true`} then ${arrayOf(rows)} end`
  }

const limit = (first: unknown): Sql =>
  first === undefined || first === null
    ? sql``
    : sql` limit ${derive(first as number, size => checkPageSize('first', size))}::integer`

/** The same row under another type: a row of `launchableBy` is the account's row with its grants. */
export const self: CompileField = at => objectOf(membersOf(at.compilation, objectTypeOf(at.type), at.nodes, at.row))
