import { sql } from 'kysely'
import type { Scope } from '../../domain/coverage-scope.ts'
import type { Read } from '../statement.ts'
import { dependencies, gapStatuses } from './dependencies.ts'

export type CoverageSummary = {
  readonly complete: boolean
  readonly oldestObservation: Date | null
  readonly gapCount: number
}

/**
 * How far the sources of each scope could be read, in the scopes' order. Nothing is complete while the organization was
 * never read: there is no telling which accounts are missing.
 */
export const readCoverageSummaries = async (read: Read, scopes: readonly Scope[]): Promise<CoverageSummary[]> => {
  const rows = await read<CoverageSummary & { scope: number }>(sql`
    ${dependencies(scopes)}
    select dependency.scope,
      not bool_or(dependency.status in ${gapStatuses}) and bool_or(dependency.kind = 'ORGANIZATION') as complete,
      min(dependency.oldest_success_at) as "oldestObservation",
      (count(*) filter (where dependency.status in ${gapStatuses}))::integer as "gapCount"
    from dependency
    group by dependency.scope`)
  const byScope = new Map(rows.map(({ scope, ...summary }) => [scope, summary]))
  return scopes.map((_, scope) => byScope.get(scope) ?? { complete: false, oldestObservation: null, gapCount: 0 })
}
