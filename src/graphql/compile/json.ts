import { sql } from 'kysely'
import { every } from '../../db/filter.ts'
import type { Sql } from '../../db/statement.ts'

/** A member of a JSON object: its key, and its value as an expression. */
export type Member = { readonly key: string; readonly value: Sql }

/** Where an object's row comes from; without it the members stand for themselves. */
export type From = { readonly item: Sql; readonly where?: readonly Sql[]; readonly limit?: number; readonly with?: Sql }

/** PostgreSQL cuts identifiers here, in bytes; names in GraphQL are ASCII. */
const longestIdentifier = 63

/**
 * A JSON object as a scalar subselect, null where `from` has no row. By `row_to_json` over a subselect: it writes what
 * JSON.stringify does, without spaces, and costs about half of `jsonb_build_object`.
 */
export const objectOf = (members: readonly Member[], from?: From): Sql => {
  const keys = members.map(({ key }) => key)
  const long = keys.some(key => key.length > longestIdentifier)
  const names = long ? keys.map((_, i) => `c${i}`) : keys
  const columns = members.map(({ value }, i) => sql`${value} as ${sql.ref(names[i] ?? '')}`)
  const object = long ? spelledOut(keys) : sql`row_to_json(o)`
  return sql`(${from?.with ? sql`with ${from.with} ` : sql``}select ${object} from (select ${sql.join(columns)}${from ? tail(from) : sql``}) o)`
}

const tail = ({ item, where = [], limit }: From): Sql =>
  sql` from ${item} where ${every(where)}${limit === undefined ? sql`` : sql` limit ${sql.lit(limit)}`}`

/** For keys that are no identifiers. Rare, so that the second parsing doesn't matter. */
const spelledOut = (keys: readonly string[]): Sql =>
  sql`('{' || ${sql.join(
    keys.map((key, i) => sql`${sql.lit(`"${key}":`)} || coalesce(to_json(${sql.ref(`o.c${i}`)})::text, 'null')`),
    sql` || ',' || `,
  )} || '}')::json`

/** A JSON array of a subselect's rows, in its order. `array_to_json` writes no spaces, which `json_agg` does. */
export const arrayOf = (rows: Sql): Sql => sql`array_to_json(array(${rows}))`
