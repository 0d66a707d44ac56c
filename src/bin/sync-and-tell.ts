import type { SyncRuntime } from '../context/sync.ts'
import { readGaps } from '../db/coverage/read-gaps.ts'
import type { Pool } from '../db/pool.ts'
import { readInventoryCounts } from '../db/sync-runs/read-inventory-counts.ts'
import type { SyncResult } from '../sync/sync-organization.ts'
import { createProgressLine } from '../telemetry/sync-progress.ts'
import { describeInventory } from '../telemetry/sync-summary.ts'

/** One sync with its progress on standard error and, at the end, what is known on standard output. */
export async function syncAndTell(
  runtime: SyncRuntime,
  pool: Pool,
  sync: SyncRuntime['sync'] = runtime.sync,
): Promise<SyncResult> {
  const startedAt = performance.now()
  const line = createProgressLine(process.stderr)
  const result = await sync(line.onSource).finally(line.end)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(
    `Synced ${result.sources} sources in ${seconds} s with ${result.calls} calls to ${runtime.sandbox === null ? 'AWS' : 'the sandbox'}: ` +
      `${result.rowsChanged} rows changed, ${result.failedSources} sources failed`,
  )
  console.log(describeInventory(await readInventoryCounts(pool), await readGaps(pool)))
  return result
}
