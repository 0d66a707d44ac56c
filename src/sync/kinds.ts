import { globalRegion, type Source, type SourceKind } from '../domain/source.ts'
import { type BillsContext, bills } from './collect/bills.ts'
import { organization } from './collect/organization.ts'
import { regions } from './collect/regions.ts'
import { regionWideKinds } from './region-wide-kinds.ts'
import { type RegionalKind, regionalKinds, usageKind } from './regional-kinds.ts'
import type { SyncContext } from './sync-context.ts'

const regionWideNames = regionWideKinds.map(({ kind }) => kind)

/** Every kind, in the order in which those of one place are begun. */
export function kindsOfPlaces(context: SyncContext): readonly RegionalKind[] {
  const { homeRegion, bills: source } = context
  const regional = regionalKindsOf(context)
  return [
    { kind: 'ORGANIZATION', after: [], last: false, read: (run, source) => run(source, organization) },
    { kind: 'REGIONS', after: ['ORGANIZATION'], last: false, read: (run, source) => run(source, regions(homeRegion)) },
    ...regional,
    ...regionWideKinds.map(
      ({ kind, read }): RegionalKind => ({
        kind,
        after: regional.map(({ kind }) => kind),
        last: true,
        read: (run, { accountId, region }) => read(run, accountId, region),
      }),
    ),
    ...(source === null ? [] : [billKind({ ...context, source })]),
  ]
}

function billKind(context: BillsContext): RegionalKind {
  return { kind: 'BILL', after: ['ORGANIZATION'], last: true, read: (run, source) => run(source, bills(context)) }
}

type Switches = Pick<SyncContext, 'usageSpreading'>

function regionalKindsOf({ usageSpreading }: Switches): readonly RegionalKind[] {
  return usageSpreading === null ? regionalKinds : [...regionalKinds, usageKind(usageSpreading)]
}

/** Those of `kinds` (null: all) that accounts have in each of their Regions, and that are switched on. */
export function regionalOf(context: Switches, kinds: readonly string[] | null): SourceKind[] {
  return regionalKindsOf(context)
    .map(({ kind }) => kind)
    .filter(kind => kinds === null || kinds.includes(kind))
}

/** Those of them that a run reads once all accounts' others are read; the rest. */
export function inTurn(kinds: readonly SourceKind[]): { first: SourceKind[]; last: SourceKind[] } {
  const isLast = (kind: SourceKind) => regionalKinds.some(regional => regional.kind === kind && regional.last)
  return { first: kinds.filter(kind => !isLast(kind)), last: kinds.filter(isLast) }
}

/** Whether bills are among `kinds` (null: all). */
export function hasBills(kinds: readonly string[] | null): boolean {
  return kinds === null || kinds.includes('BILL')
}

/** Those of `kinds` (null: all) that are read once a Region for the whole organization. */
export function regionWideOf(kinds: readonly string[] | null): SourceKind[] {
  return regionWideNames.filter(kind => kinds === null || kinds.includes(kind))
}

/** Whether an account has the source in one of its Regions, by itself. */
export function isRegional({ region, kind }: Source): boolean {
  return region !== globalRegion && !regionWideNames.includes(kind)
}
