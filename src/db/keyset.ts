import { sql } from 'kysely'
import { InvalidInput } from '../domain/invalid-input.ts'
import type { Direction, Order, OrderKey } from './concept.ts'
import type { Sql } from './statement.ts'

/** The place of a row in an ordered list: the values it is ordered by. */
export type Position = readonly (string | number)[]

/** The cursor of a row, made in SQL: the order's name and the row's place, as JSON in base64url. Decimals are texts there. */
export const cursorOf = (orderField: string, order: Order, keys: readonly Sql[]): Sql => {
  const values = keys.map((key, i) => (order[i]?.type === 'numeric' ? sql`${key}::text` : key))
  return sql`translate(encode(convert_to(json_build_array(${sql.lit(orderField)}, ${sql.join(values)})::text, 'UTF8'), 'base64'), E'+/=\n', '-_')`
}

/** The place that a cursor marks. Throws InvalidInput for what is no cursor of a list in this order. */
export const parseCursor = (cursor: string, orderField: string, order: Order): Position => {
  const [field, ...values] = decode(cursor)
  if (field !== orderField && order.length === values.length && typeof field === 'string') {
    throw new InvalidInput(
      `The cursor belongs to a list ordered by ${field.slice(0, 50)}, this one is ordered by ${orderField}`,
    )
  }
  if (field !== orderField || values.length !== order.length) throw malformed()
  return order.map((key, i) => {
    const value = values[i]
    if (!isValue[key.type](value)) throw malformed()
    return value as string | number
  })
}

const decode = (cursor: string): unknown[] => {
  if (!/^[\w-]{1,4000}$/.test(cursor)) throw malformed()
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parsed)) return parsed
  } catch {
    // Not JSON
  }
  throw malformed()
}

const malformed = () => new InvalidInput('The cursor is malformed; take one from pageInfo or an edge of the same list')

// PostgreSQL knows no year 0 and no offset beyond 15 hours; JavaScript does.
const isoTime = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/

const isValue: Record<OrderKey['type'], (value: unknown) => boolean> = {
  text: value => typeof value === 'string' && !value.includes('\0'),
  integer: value => typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31,
  bigint: value => Number.isSafeInteger(value),
  numeric: value => typeof value === 'string' && /^-?\d{1,100}(\.\d{1,100})?$/.test(value),
  timestamptz: value =>
    typeof value === 'string' &&
    (/^-?infinity$/.test(value) || (isoTime.test(value) && !Number.isNaN(Date.parse(value)))),
}

/** Rows beyond a place, seen in the list's order (`after`) or against it (`before`); compared as tuples, which an index serves. */
export const beyond = (
  order: Order,
  keys: readonly Sql[],
  direction: Direction,
  side: 'after' | 'before',
  position: Position,
  inclusive = false,
): Sql => {
  const operator = (direction === 'ASC') === (side === 'after') ? '>' : '<'
  const values = order.map((key, i) => sql`${position[i]}::${sql.raw(key.type)}`)
  return sql`(${sql.join(keys)}) ${sql.raw(inclusive ? `${operator}=` : operator)} (${sql.join(values)})`
}

/** ORDER BY list over keys. */
export const orderBy = (keys: readonly Sql[], direction: Direction): Sql =>
  sql.join(keys.map(key => sql`${key} ${sql.raw(direction === 'ASC' ? 'asc' : 'desc')}`))

export const reversed = (direction: Direction): Direction => (direction === 'ASC' ? 'DESC' : 'ASC')
