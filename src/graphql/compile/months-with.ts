import { type Bindings, deriveDeep } from '../../db/slot.ts'
import { type MonthRange, monthsOf } from '../../domain/month-range.ts'

/** The argument `months` as the arguments of a relation of costs. */
export const monthsWith = ({ months }: Bindings) => ({
  from: deriveDeep(months as MonthRange, range => monthsOf(range).from),
  to: deriveDeep(months as MonthRange, range => monthsOf(range).to),
})
