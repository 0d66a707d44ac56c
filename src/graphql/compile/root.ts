import { sql } from 'kysely'
import type { Fields, Relation } from '../../db/concept.ts'
import { type Bindings, derive, type Slot } from '../../db/slot.ts'
import { checkAwsId } from '../../domain/aws-id.ts'
import type { CompileField } from './compilation.ts'
import { objectOf } from './json.ts'
import { membersOf, objectTypeOf } from './members.ts'
import { askedBelow, one } from './related.ts'
import { rowsOf } from './rows.ts'

/** The values that name an object, made of the arguments of a field of Query. */
type KeyOf = (args: Bindings) => Bindings

/** The object that the arguments name, or null. */
export const named =
  (relation: Relation, key: KeyOf): CompileField =>
  at =>
    one(relation)({ ...at, row: { ...at.row, fields: given(key(at.args)) } })

/** Stands for an answer that names several objects where one was asked for; the resolvers make the error of it. */
export const several = 'several'

/** The object that the arguments name, or null; with some of the arguments given it has to have these values. */
export const only =
  (relation: Relation, key: KeyOf, narrowing: readonly string[] = []): CompileField =>
  at => {
    const { compilation, nodes, args, row } = at
    const rows = rowsOf(compilation, relation, { ...row, fields: given(key(args)) })
    const where = narrowing.flatMap(name => {
      const field = relation.to.fields[name]
      return args[name] && field ? [sql`${field(rows.alias)} = ${args[name]}::text`] : []
    })
    const object = objectOf(membersOf(compilation, objectTypeOf(at.type), nodes, { ...rows, asked: askedBelow(at) }))
    return sql`(select case when count(*) > 1 then ${sql.lit(several)} else max(${object}::text) end
      from ${rows.item({ where, tail: sql`limit 2` })})`
  }

/** Values as the fields of a row that relations start from. */
export const given = (values: Bindings): Fields =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => sql`${value}::text`]))

/** `checkAwsId` for an argument: a malformed ID is found when the statement is sent, and left to the resolvers. */
export const awsId = (kind: Parameters<typeof checkAwsId>[0], id: unknown): string | Slot =>
  derive(id as string | Slot, value => checkAwsId(kind, value))
