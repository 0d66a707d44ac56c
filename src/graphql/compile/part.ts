import type { Fields } from '../../db/concept.ts'
import type { CompileField } from './compilation.ts'
import { facts } from './fact.ts'
import { objectOf } from './json.ts'
import { membersOf, objectTypeOf } from './members.ts'

/** An object that is made of values of the row. */
export const part = (fields: Fields): CompileField => {
  const map = facts(fields)
  return at =>
    objectOf(membersOf(at.compilation, objectTypeOf(at.type), at.nodes, { ...at.row, fields, asked: [] }, map))
}
