import { sql } from 'kysely'
import { imageAsOf, isForgotten } from '../../db/memory/image-as-of.ts'
import { derive, type Slot } from '../../db/slot.ts'
import { readMoment } from '../as-of.ts'
import type { CompileField } from './compilation.ts'
import { objectOf } from './json.ts'
import { membersOf, objectTypeOf } from './members.ts'
import { NotCompilable } from './not-compilable.ts'
import { askedBelow } from './related.ts'
import { awsId, given, several } from './root.ts'
import { rowsOf } from './rows.ts'

/** The image that the arguments name, as it was then. Where nobody can say that, the resolvers make the error of it. */
export const imageThen: CompileField = at => {
  const { compilation, nodes, args, row } = at
  const key = {
    imageId: awsId('image', args['imageId']),
    region: args['region'] ?? null,
    asOf: derive(args['asOf'] as Date | Slot, readMoment),
  }
  const rows = rowsOf(compilation, imageAsOf, { ...row, fields: given(key) })
  const object = objectOf(membersOf(compilation, objectTypeOf(at.type), nodes, { ...rows, asked: askedBelow(at) }))
  return sql`(select case
      when count(*) > 1 or count(*) = 0 and ${isForgotten(key.imageId, key.region, key.asOf)} then ${sql.lit(several)}
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
