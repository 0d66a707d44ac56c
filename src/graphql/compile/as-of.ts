import { sql } from 'kysely'
import type { Relation } from '../../db/concept.ts'
import { accountAsOf, accountIsForgotten } from '../../db/memory/account-as-of.ts'
import { imageAsOf, isForgotten } from '../../db/memory/image-as-of.ts'
import { type Bindings, derive, type Slot } from '../../db/slot.ts'
import type { Sql } from '../../db/statement.ts'
import { readMoment } from '../as-of.ts'
import type { CompileField } from './compilation.ts'
import { objectOf } from './json.ts'
import { membersOf, objectTypeOf } from './members.ts'
import { NotCompilable } from './not-compilable.ts'
import { askedBelow } from './related.ts'
import { awsId, given, several } from './root.ts'
import { rowsOf } from './rows.ts'

/** The image that the arguments name, as it was then. */
export const imageThen: CompileField = at => {
  const key = { imageId: awsId('image', at.args['imageId']), region: at.args['region'] ?? null, asOf: momentOf(at) }
  return then(at, imageAsOf, key, isForgotten(key.imageId, key.region, key.asOf))
}

/** The account that the arguments name, as it was then. */
export const accountThen: CompileField = at => {
  const key = { accountId: at.args['accountId'], asOf: momentOf(at) }
  return then(at, accountAsOf, key, accountIsForgotten(key.accountId, key.asOf))
}

type At = Parameters<CompileField>[0]

const momentOf = ({ args }: At) => derive(args['asOf'] as Date | Slot, readMoment)

/** Where nobody can say what the object was, the resolvers make the error of it. */
const then = (at: At, relation: Relation, key: Bindings, isForgotten: Sql): Sql => {
  const { compilation, nodes, row } = at
  const rows = rowsOf(compilation, relation, { ...row, fields: given(key) })
  const object = objectOf(membersOf(compilation, objectTypeOf(at.type), nodes, { ...rows, asked: askedBelow(at) }))
  return sql`(select case
      when count(*) > 1 or count(*) = 0 and ${isForgotten} then ${sql.lit(several)}
      else max(${object}::text) end
    from ${rows.item({ tail: sql`limit 2` })})`
}

/** A field that is read otherwise where its object is wanted as of a moment. */
export const nowOrThen =
  (now: CompileField, past: CompileField): CompileField =>
  at =>
    at.row.fields['asOf'] ? past(at) : now(at)

/** A field that nothing is remembered of: the resolvers say so. */
export const onlyNow = (now: CompileField): CompileField =>
  nowOrThen(now, () => {
    throw new NotCompilable('It is not remembered')
  })
