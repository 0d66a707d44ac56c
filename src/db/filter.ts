import { sql } from 'kysely'
import type { Alias, Field } from './concept.ts'
import { derive, type Slot } from './slot.ts'
import type { Sql } from './statement.ts'

/**
 * A condition on a row, or (`wanted` false) its negation. Both are three-valued: what is not known fulfils neither.
 * That is why a condition on a related row has to know which of the two is wanted: `not exists (… that matches)` would
 * be true of a row that is not there.
 */
export type Predicate = (t: Alias, value: never, wanted: boolean) => Sql

export type Filters = Readonly<Record<string, Predicate>>

export type FilterInput = Readonly<Record<string, unknown>>

/** Whether a row matches a filter input: all of its conditions hold, `any`, `all` and `not` combine further ones. */
export const matches = (filters: Filters, input: FilterInput, t: Alias, wanted = true): Sql => {
  const conditions = Object.entries(input).flatMap(([name, value]): Sql[] => {
    if (value === null || value === undefined) return []
    if (name === 'not') return [matches(filters, value as FilterInput, t, !wanted)]
    if (name === 'any' || name === 'all') {
      const each = (value as FilterInput[]).map(one => matches(filters, one, t, wanted))
      return [(name === 'all') === wanted ? every(each) : some(each)]
    }
    const predicate = filters[name]
    if (predicate === undefined) throw new Error(`No filter named ${name}`)
    return [predicate(t, value as never, wanted)]
  })
  return wanted ? every(conditions) : some(conditions)
}

/** All of them; true of none. */
export const every = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`

/** One of them; false of none. */
export const some = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`

type Operators = Readonly<Record<string, (value: Sql, operand: never) => Sql>>

/** A condition on one value of the row, by an input with these operators. All that are given must hold. */
const operators =
  (known: Operators, field: Field): Predicate =>
  (t, input: FilterInput, wanted) => {
    const conditions = Object.entries(input).flatMap(([name, operand]) => {
      const operator = known[name]
      return operator === undefined || operand === null || operand === undefined
        ? []
        : [operator(field(t), operand as never)]
    })
    return negated(every(conditions), wanted)
  }

export const negated = (condition: Sql, wanted: boolean): Sql => (wanted ? condition : sql`not ${condition}`)

const equal = {
  eq: (value: Sql, operand: string) => sql`${value} = ${operand}::text`,
  in: (value: Sql, operand: readonly string[]) => sql`${value} = any(${operand}::text[])`,
}

/** `eq` and `in`: identifiers and enumerations. */
export const oneOf = (field: Field): Predicate => operators(equal, field)

/** `eq` and `in` for a list of values of which one has to fit. */
export const oneOfMany = (field: Field): Predicate =>
  operators(
    {
      eq: (value: Sql, operand: string) => sql`${operand}::text = any(${value})`,
      in: (value: Sql, operand: readonly string[]) => sql`${value} && ${operand}::text[]`,
    },
    field,
  )

/** `eq`, `in`, and `like` with `*` and `?`. */
export const text = (field: Field): Predicate =>
  operators(
    {
      ...equal,
      like: (value: Sql, operand: string | Slot) => sql`${value} like ${derive(operand, likePattern)}::text`,
    },
    field,
  )

/** `after` (inclusive) and `before` (exclusive). */
export const timeRange = (field: Field): Predicate =>
  operators(
    {
      after: (value: Sql, operand: Date) => sql`${value} >= ${operand}::timestamptz`,
      before: (value: Sql, operand: Date) => sql`${value} < ${operand}::timestamptz`,
    },
    field,
  )

/** A whole number, and everything above it. */
export const atLeast =
  (field: Field): Predicate =>
  (t, value: number, wanted) =>
    negated(sql`(${field(t)} >= ${value}::integer)`, wanted)

/** `eq`, `in` and `unset`: an enumeration whose absence says something. */
export const oneOfOrUnset = (field: Field): Predicate =>
  operators(
    {
      ...equal,
      unset: (value: Sql, operand: boolean) => (operand ? sql`${value} is null` : sql`${value} is not null`),
    },
    field,
  )

/** True or false. */
export const flag =
  (field: Field): Predicate =>
  (t, value: boolean, wanted) =>
    negated(sql`(${field(t)})`, value === wanted)

/** A condition on a row's set of related rows, which is known as a whole: none fulfils it, or one does. */
export const exists =
  <Input>(matching: (t: Alias, input: Input) => Sql): Predicate =>
  (t, input: Input, wanted) =>
    negated(sql`exists (${matching(t, input)})`, wanted)

/** The API's wildcards (`*`, `?`, backslash) as a pattern of SQL's LIKE. */
export const likePattern = (pattern: string): string =>
  pattern.replace(/\\(.)|[*?%_\\]/gsu, (found, escaped?: string) => {
    if (escaped !== undefined) return /[%_\\]/.test(escaped) ? `\\${escaped}` : escaped
    return found === '*' ? '%' : found === '?' ? '_' : `\\${found}`
  })
