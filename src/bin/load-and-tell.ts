import type { SyncResult } from '../sync/sync-organization.ts'

/** Loads the bills that changed, and tells how that went. */
export async function loadAndTell(loadBills: () => Promise<SyncResult>): Promise<SyncResult> {
  const result = await loadBills()
  console.log(`${result.rowsChanged} months of bills were loaded or attributed anew`)
  for (const { failure } of result.results) if (failure !== null) console.error(`${failure.code}: ${failure.message}`)
  return result
}
