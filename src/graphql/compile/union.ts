import { sql } from 'kysely'
import type { Field, Relation } from '../../db/concept.ts'
import type { CompileField } from './compilation.ts'
import { objectOf } from './json.ts'
import { membersOf, objectTypeOf } from './members.ts'
import { NotCompilable } from './not-compilable.ts'
import { askedBelow } from './related.ts'
import { rowsOf } from './rows.ts'

/** The object of a union, or null: of the first type whose condition the outer row fulfils. */
export const oneOfTypes =
  (cases: readonly (readonly [type: string, when: Field, relation: Relation])[]): CompileField =>
  at => {
    const { compilation, nodes, row } = at
    const branches = cases.map(([name, when, relation]) => {
      const type = compilation.schema.getType(name)
      if (!type) throw new NotCompilable(`The schema has no ${name}`)
      const rows = rowsOf(compilation, relation, row)
      const members = membersOf(compilation, objectTypeOf(type), nodes, { ...rows, asked: askedBelow(at) })
      return sql`when ${when(row.alias)} then ${objectOf(members, { item: rows.item() })}`
    })
    return sql`case ${sql.join(branches, sql` `)} end`
  }
