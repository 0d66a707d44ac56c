import { sql } from 'kysely'
import type { Direction, Relation } from '../../db/concept.ts'
import { beyond, cursorOf, orderBy, type Position, parseCursor, reversed } from '../../db/keyset.ts'
import { type Bindings, derive, Slot } from '../../db/slot.ts'
import type { Sql } from '../../db/statement.ts'
import { checkPageSize, defaultPageSize } from '../page-arguments.ts'
import type { Compilation, TypeMap } from './compilation.ts'
import type { From } from './json.ts'
import { NotCompilable } from './not-compilable.ts'
import type { Rows } from './rows.ts'

/** A page of rows while its fields are compiled: notes what they need of it, and in the end reads just that. */
export type Page = {
  readonly rows: Rows
  /** The cursor of a row */
  readonly cursor: () => Sql
  /** A JSON array of an expression over each row of the page */
  readonly list: (each: Sql) => Sql
  /** The fields of PageInfo; none has to be asked for */
  readonly info: () => TypeMap
  /** The page as a FROM item; undefined where nothing was needed of it */
  readonly from: () => From | undefined
}

/**
 * Reads one row more than the page has, to know whether the list goes on, where that is asked for; looks for a single
 * row on the other side of the cursor, where that is. With an index on the order's keys the cost grows with the page.
 */
export const openPage = (
  compilation: Compilation,
  { to }: Relation,
  args: Bindings,
  /** The rows, and the conditions of the filter on them */
  open: () => { rows: Rows; where: readonly Sql[] },
): Page => {
  const { size, backward, after, before } = pageArguments(args)
  const asked = args['orderBy'] as Partial<Order> | null | undefined
  const { field, direction } = asked ? ({ direction: 'ASC', ...asked } as Order) : to.defaultOrder
  const order = to.orders[field]
  if (order === undefined) throw new NotCompilable(`${to.name} cannot be ordered by ${field}`)
  const position = (cursor: string | Slot): Position =>
    order.map((_, i) => derive(cursor, given => parseCursor(given, field, order)[i])) as unknown as Position

  const check = (value: unknown) => {
    if (value instanceof Slot) compilation.checks.push(value)
  }
  check(size)
  /** Only where something of the page is asked for it matters whether its cursors are. */
  const checkCursors = () => {
    for (const cursor of [after, before]) if (cursor !== null) position(cursor).forEach(check)
  }

  const { rows, where } = open()
  const keys = order.map(key => key.value(rows.alias))
  const column = (name: string) => sql.ref(`${rows.alias}.${name}`)
  const cursor = () => {
    needs.keys = true
    return cursorOf(
      field,
      order,
      order.map((_, i) => column(`key${i}`)),
    )
  }
  const needs = { keys: false, more: false, place: backward, found: false }
  const name = compilation.alias('page')
  const aggregates: (() => Sql)[] = []
  const aggregated = (value: () => Sql): Sql => {
    if (aggregates.length === 0) checkCursors()
    aggregates.push(value)
    return sql.ref(`${name}.c${aggregates.length - 1}`)
  }
  const withinPage = (condition: Sql | null): Sql => {
    const conditions = [
      ...(needs.more ? [sql`${column('place')} <= ${size}::integer`] : []),
      ...(condition ? [condition] : []),
    ]
    return conditions.length === 0 ? sql`` : sql` filter (where ${sql.join(conditions, sql` and `)})`
  }
  const first = () => {
    needs.place = true
    return aggregated(() => sql`max(${cursor()})${withinPage(sql`${column('place')} = 1`)}`)
  }
  const last = () => {
    needs.place = true
    needs.found = true
    const end = () => (needs.more ? sql`least(${column('found')}, ${size}::integer)` : column('found'))
    return aggregated(() => sql`max(${cursor()})${withinPage(sql`${column('place')} = ${end()}`)}`)
  }
  const goesOn = () => {
    needs.more = true
    needs.place = true
    return aggregated(() => sql`count(*) > ${size}::integer`)
  }
  const across = backward ? before : after
  const goesBack = () => {
    if (across === null) return sql`false`
    const other = open()
    const otherKeys = order.map(key => key.value(other.rows.alias))
    const side = backward ? 'after' : 'before'
    return sql`exists (select from ${other.rows.item({
      where: [...other.where, beyond(order, otherKeys, direction, side, position(across), true)],
    })})`
  }

  return {
    rows,
    cursor,
    list: each =>
      aggregated(() => {
        const inOrder = backward ? sql` order by ${column('place')} desc` : sql``
        return sql`array_to_json(coalesce(array_agg(${each}${inOrder})${withinPage(null)}, '{}'))`
      }),
    info: () => {
      checkCursors()
      return {
        hasNextPage: backward ? goesBack : goesOn,
        hasPreviousPage: backward ? goesOn : goesBack,
        startCursor: backward ? last : first,
        endCursor: backward ? first : last,
      }
    },
    from: () => {
      if (aggregates.length === 0) return undefined
      const columns = aggregates.map((value, i) => sql`${value()} as ${sql.ref(`c${i}`)}`)
      const limit = derive(size, most => (needs.more ? most + 1 : most))
      const item = rows.item({
        where: [
          ...where,
          ...(after ? [beyond(order, keys, direction, 'after', position(after))] : []),
          ...(before ? [beyond(order, keys, direction, 'before', position(before))] : []),
        ],
        columns: needs.keys ? keys.map((key, i) => sql`${key} as ${sql.ref(`key${i}`)}`) : [],
        tail: sql`order by ${orderBy(keys, backward ? reversed(direction) : direction)} limit ${limit}::integer`,
      })
      const numbered = [
        sql`${sql.ref(rows.alias)}.*`,
        ...(needs.place ? [sql`row_number() over () as place`] : []),
        ...(needs.found ? [sql`count(*) over () as found`] : []),
      ]
      const source = needs.place ? sql`(select ${sql.join(numbered)} from ${item}) as ${sql.ref(rows.alias)}` : item
      return { item: sql`(select ${sql.join(columns)} from ${source}) as ${sql.ref(name)}` }
    },
  }
}

type Order = { readonly field: string; readonly direction: Direction }

const pageArguments = ({ first, last, after, before }: Bindings) => {
  const isGiven = (value: unknown) => value !== null && value !== undefined
  if (isGiven(first) && isGiven(last)) throw new NotCompilable('Both first and last are given')
  const backward = isGiven(last)
  const size = (last ?? first ?? defaultPageSize) as number | Slot
  return {
    size: derive(size, given => checkPageSize(backward ? 'last' : 'first', given)),
    backward,
    after: (after ?? null) as string | Slot | null,
    before: (before ?? null) as string | Slot | null,
  }
}
