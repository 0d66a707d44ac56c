import { sql } from 'kysely'
import type { Direction, Relation } from './concept.ts'
import { every, type FilterInput, matches } from './filter.ts'
import { beyond, cursorOf, orderBy, type Position, parseCursor, reversed } from './keyset.ts'
import { fieldsToRead, inSight, parent, parentsFrom, row, rowsFrom, rowsOf, type Source } from './relation.ts'
import type { Read, Sql } from './statement.ts'

/** Which page of a list. */
export type PageRequest = {
  readonly filter: FilterInput
  readonly order: { readonly field: string; readonly direction: Direction }
  readonly size: number
  /** From the list's end */
  readonly backward: boolean
  readonly after: string | null
  readonly before: string | null
  /** Names of the fields that are wanted; others are not computed */
  readonly fields: readonly string[]
}

export type Row = Record<string, unknown> & { readonly cursor: string }

export type Page = { readonly rows: readonly Row[]; readonly hasNextPage: boolean; readonly hasPreviousPage: boolean }

/**
 * A page for each parent, in one statement, in the parents' order. Reads one row more than the page has, to know
 * whether the list goes on, and looks for a single row on the other side of the cursor. With an index on the order's
 * keys the cost grows with the page, not with the list.
 */
export const readPages = async (read: Read, source: Source, request: PageRequest): Promise<Page[]> => {
  const pages = source.parents.map(() => ({ rows: [] as Row[], beyondCursor: false }))
  for (const { ordinal, beyondCursor, ...found } of await read<PageRow>(
    pageStatement(source, request, read.isNarrow?.()),
  )) {
    const page = pages[Number(ordinal) - 1]
    if (page === undefined) throw new Error('A page came for a parent that was not asked for')
    page.beyondCursor = beyondCursor
    if (found.cursor !== null) page.rows.push(found as Row)
  }
  return pages.map(page => cut(page, request))
}

type PageRow = Record<string, unknown> & { ordinal: string; beyondCursor: boolean; cursor: string | null }

/** Takes off the row that only showed that the list goes on. */
const cut = (page: { rows: Row[]; beyondCursor: boolean }, { size, backward }: PageRequest): Page => {
  const goesOn = page.rows.length > size
  const rows = backward ? page.rows.slice(goesOn ? 1 : 0) : page.rows.slice(0, size)
  return backward
    ? { rows, hasPreviousPage: goesOn, hasNextPage: page.beyondCursor }
    : { rows, hasPreviousPage: page.beyondCursor, hasNextPage: goesOn }
}

/** The statement of `readPages`. */
export const pageStatement = (source: Source, request: PageRequest, isNarrow = false): Sql => {
  const { relation } = source
  const { order, direction, after, before } = place(relation, request)
  const keys = order.map(key => key.value(row))
  const keyNames = order.map((_, i) => sql.ref(`key${i}`))
  const pageKeys = keyNames.map((_, i) => sql.ref(`page.key${i}`))
  const fields = fieldsToRead(relation, request.fields)
  const all = every([rowsOf(source), ...inSight(relation, isNarrow), ...condition(relation, request.filter)])
  const within = [
    ...(after ? [beyond(order, keys, direction, 'after', after)] : []),
    ...(before ? [beyond(order, keys, direction, 'before', before)] : []),
  ]
  const across = request.backward ? before : after
  const beyondCursor = across
    ? sql`exists (select from ${rowsFrom(source)} where ${every([all, beyond(order, keys, direction, request.backward ? 'after' : 'before', across, true)])})`
    : sql`false`

  return sql`
    select ${sql.ref(`${parent}.ordinal`)}, ${beyondCursor} as "beyondCursor",
      ${sql.join([
        sql`case when page.key0 is not null then ${cursorOf(request.order.field, order, pageKeys)} end as cursor`,
        ...Object.keys(fields).map(name => sql.ref(`page.${name}`)),
      ])}
    from ${parentsFrom(source)}
    left join lateral (
      select ${sql.join([
        ...keys.map((key, i) => sql`${key} as ${keyNames[i]}`),
        ...Object.entries(fields).map(([name, field]) => sql`${field} as ${sql.ref(name)}`),
      ])}
      from ${rowsFrom(source)}
      where ${every([all, ...within])}
      order by ${orderBy(keys, request.backward ? reversed(direction) : direction)}
      limit ${request.size + 1}::integer
    ) page on true
    order by ${sql.ref(`${parent}.ordinal`)}, ${orderBy(pageKeys, direction)}`
}

/** The number of rows in the whole list of each parent, in the parents' order. Costs grow with that number. */
export const readCounts = async (read: Read, source: Source, filter: FilterInput): Promise<number[]> => {
  const rows = await read<{ count: number }>(countStatement(source, filter, read.isNarrow?.()))
  return rows.map(({ count }) => count)
}

/** The statement of `readCounts`. */
export const countStatement = (source: Source, filter: FilterInput, isNarrow = false): Sql => {
  const { relation } = source
  const where = every([rowsOf(source), ...inSight(relation, isNarrow), ...condition(relation, filter)])
  return sql`
    select (select count(*) from ${rowsFrom(source)} where ${where})::integer as count
    from ${parentsFrom(source)}
    order by ${sql.ref(`${parent}.ordinal`)}`
}

const condition = ({ to }: Relation, filter: FilterInput): Sql[] =>
  Object.keys(filter).length === 0 ? [] : [matches(to.filters, filter, row)]

const place = ({ to }: Relation, { order: { field, direction }, after, before }: PageRequest) => {
  const order = to.orders[field]
  if (order === undefined) throw new Error(`${to.name} cannot be ordered by ${field}`)
  const position = (cursor: string | null): Position | null =>
    cursor === null ? null : parseCursor(cursor, field, order)
  return { order, direction, after: position(after), before: position(before) }
}
