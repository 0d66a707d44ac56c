import { prepareValue } from './prepare-value.ts'
import type { Statement } from './statement.ts'

/** A parameter with its type: what a statement says of its parameters itself need not be asked of PostgreSQL. */
const typedParameter =
  /\$(\d+)::((?:text|integer|bigint|numeric|boolean|date|timestamptz|json|jsonb)(?:\[\])?)(?![\w[(])/g

/**
 * The same statement for any number of sets of values: one row for each set, with its `place` among them (from 1). Each
 * parameter is a `text[]` with what `select` takes in its place, once for every set. `select` is a select of one expression
 * from nothing, so that it has one row whatever its values are.
 *
 * Undefined where a parameter does not say its type, as all made from variables of a query do.
 */
export const mergedStatement = (select: Statement): string | undefined => {
  const count = select.values.length
  const types = new Map<string, string>()
  let places = 0
  const text = select.text.replace(typedParameter, (_, number: string, type: string) => {
    places += 1
    types.set(number, type)
    return `one_set.p${number}`
  })
  // What is there twice, or is left, may as well be part of a literal.
  if (count === 0 || places !== count || types.size !== count || /\$\d/.test(text)) return undefined
  const all = [...types]
  const each = (make: (number: string, type: string) => string) => all.map(pair => make(...pair)).join(', ')
  // Arrays out of a subselect: of one that it sees PostgreSQL takes the length into account, and would make a new plan
  // for most. `offset 0`: types are converted once a set, not wherever a value is used.
  return `${text}, one_set.place from (
    select s.place::integer, ${each((n, type) => `s.p${n}::${type} as p${n}`)}
    from unnest(${each(n => `(select $${n}::text[])`)}) with ordinality as s (${each(n => `p${n}`)}, place)
    offset 0) one_set`
}

/** The values of a merged statement, from those of each set. Throws for a value that the driver cannot send as text. */
export const mergedValues = (sets: readonly (readonly unknown[])[]): (string | null)[][] =>
  (sets[0] ?? []).map((_, i) => sets.map(values => textOf(values[i])))

const textOf = (value: unknown): string | null => {
  const text = prepareValue(value)
  if (text !== null && typeof text !== 'string') throw new TypeError('Only what is sent as text can be merged')
  return text
}
