import { type Bindings, deriveDeep, Slot } from '../../db/slot.ts'
import { type MonthRange, monthsOf } from '../../domain/month-range.ts'
import type { CompileField } from './compilation.ts'

/** The argument `months` as the arguments of a relation of costs. */
export const monthsWith = ({ months }: Bindings) => ({
  from: deriveDeep(months as MonthRange, range => monthsOf(range).from),
  to: deriveDeep(months as MonthRange, range => monthsOf(range).to),
})

/** The same for an argument that can be left out: then nothing bounds the months. */
export const monthsOrAll = (args: Bindings) => (args['months'] ? monthsWith(args) : {})

/** A field whose months are looked at even where a query asks for nothing that depends on them. */
export const checkingMonths =
  (compile: CompileField): CompileField =>
  at => {
    for (const bound of Object.values(monthsOrAll(at.args)))
      if (bound instanceof Slot) at.compilation.checks.push(bound)
    return compile(at)
  }
