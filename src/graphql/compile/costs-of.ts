import type { Relation } from '../../db/concept.ts'
import { type CostGroup, costsBy } from '../../db/costs/cost.ts'
import type { FilterInput } from '../../db/filter.ts'
import type { Bindings } from '../../db/slot.ts'
import { costsScope } from '../../domain/coverage-scope.ts'
import type { CompileField } from './compilation.ts'
import { connection } from './connection.ts'
import { monthsWith } from './months-with.ts'

/** The costs that the arguments of a field ask for; `of` says which of them are the parent's. */
export const costsOf = (args: Bindings, of: Readonly<Record<string, string>> = {}): Relation =>
  costsBy({
    months: monthsWith(args),
    groupBy: (args['groupBy'] ?? []) as CostGroup[],
    filter: (args['filter'] ?? {}) as FilterInput,
    of,
  })

/** A page of costs. The filter is about what is added up, not about the sums. */
export const costs: CompileField = at =>
  connection(costsOf(at.args), { scope: () => costsScope })({ ...at, args: { ...at.args, filter: null } })
