import type { Field, Fields } from '../../db/concept.ts'
import type { CompileField, TypeMap } from './compilation.ts'
import { render } from './render.ts'

/** A field that is a value of the row. On some ways to a row it is made otherwise: then the row has its own. */
const fact =
  (name: string, field: Field): CompileField =>
  at =>
    render(at, (at.row.fields[name] ?? field)(at.row.alias))

/** The fields of a concept that are values of its row. */
export const facts = (fields: Fields): TypeMap =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fact(name, field)]))
