import type { Gap } from '../db/coverage/read-gaps.ts'
import type { InventoryCounts } from '../db/sync-runs/read-inventory-counts.ts'

/** Gaps told one by one; the rest is in the API's `coverage`. */
const gapsShown = 20

/** What is known after a sync, as lines for people: counts, then each gap with its reason. */
export function describeInventory(counts: InventoryCounts, gaps: readonly Gap[]): string {
  const known = [
    `${counts.accounts} accounts`,
    `${counts.regions} Regions`,
    `${counts.images} images`,
    `${counts.launchPermissions} shares`,
    `${counts.snapshots} snapshots`,
    `${counts.instances} instances`,
    gaps.length === 1 ? '1 gap' : `${gaps.length} gaps`,
  ].join(', ')
  const shown = gaps.slice(0, gapsShown).map(describeGap)
  const rest = gaps.length - shown.length
  if (rest > 0) shown.push(`  … and ${rest} more: ask the API for \`coverage\``)
  return [known, ...shown].join('\n')
}

function describeGap(gap: Gap): string {
  const account = gap.accountName === null ? gap.accountId : `${gap.accountId} (${gap.accountName})`
  const since = gap.lastSuccessAt === null ? 'never read' : `last read ${gap.lastSuccessAt.toISOString()}`
  const why = gap.errorCode === null ? '' : `: ${gap.errorCode}, ${gap.errorMessage}`
  return `  ${gap.status} ${account} ${gap.region} ${gap.kind}, ${since}${why}`
}
