import type { SourceCoverageRow } from '../db/coverage/source-coverage.ts'
import type { Scope } from '../domain/coverage-scope.ts'
import { checkPageSize } from './page-arguments.ts'
import type { RequestContext } from './request-context.ts'

/** How far the sources of an answer could be read; only what the query asks for is looked up. */
export type CoverageAnswer = {
  complete(): Promise<boolean>
  oldestObservation(): Promise<Date | null>
  gapCount(): Promise<number>
  gaps(args: { first: number }): Promise<SourceCoverageRow[]>
}

export const coverageOf = ({ load }: RequestContext, scope: Scope): CoverageAnswer => ({
  complete: async () => (await load.coverage(scope)).complete,
  oldestObservation: async () => (await load.coverage(scope)).oldestObservation,
  gapCount: async () => (await load.coverage(scope)).gapCount,
  gaps: async ({ first }) => load.gaps(scope, checkPageSize('first', first)),
})
