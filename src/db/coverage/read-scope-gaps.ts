import { sql } from 'kysely'
import type { Scope } from '../../domain/coverage-scope.ts'
import type { Read } from '../statement.ts'
import { dependencies, gapStatuses } from './dependencies.ts'
import { type SourceCoverageRow, sourceCoverage } from './source-coverage.ts'

/** The gaps of each scope by account, Region and kind, at most `most` a scope; in the scopes' order. */
export const readScopeGaps = async (
  read: Read,
  scopes: readonly Scope[],
  most: number,
): Promise<SourceCoverageRow[][]> => {
  const { status: _, ...fields } = sourceCoverage.fields
  const rows = await read<SourceCoverageRow & { scope: number }>(sql`
    ${dependencies(scopes)}
    select gap.scope, gap.status,
      ${sql.join(Object.entries(fields).map(([name, field]) => sql`${field('gap')} as ${sql.ref(name)}`))}
    from (
      select dependency.scope, dependency.account_id, dependency.region, dependency.kind, dependency.status,
        dependency.last_success_at, dependency.last_attempt_at, dependency.attempts, dependency.error_code,
        dependency.error_message,
        row_number() over (
          partition by dependency.scope order by dependency.account_id, dependency.region, dependency.kind) as place
      from dependency
      where dependency.status in ${gapStatuses}
    ) gap
    where gap.place <= ${most}::integer
    order by gap.scope, gap.place`)
  const gaps = scopes.map((): SourceCoverageRow[] => [])
  for (const { scope, ...gap } of rows) gaps[scope]?.push(gap)
  return gaps
}
