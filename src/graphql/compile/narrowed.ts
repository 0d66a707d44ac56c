import type { FilterInput } from '../../db/filter.ts'
import { deriveDeep } from '../../db/slot.ts'
import { narrowedTo } from '../../domain/coverage-scope.ts'

/** `narrowedTo` for a filter whose values may be slots: then the list is one as well. */
export const narrowed = (filter: FilterInput, field: string): readonly string[] | null => {
  const conditions = [filter, ...((filter['all'] ?? []) as FilterInput[])]
  const names = conditions.some(condition => {
    const { eq, in: oneOf } = (condition[field] ?? {}) as { eq?: unknown; in?: unknown }
    return Boolean(eq) || Boolean(oneOf)
  })
  return names ? (deriveDeep(filter, filled => narrowedTo(filled, field)) as readonly string[]) : null
}
