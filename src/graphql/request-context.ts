import type { Read } from '../db/statement.ts'
import { readSyncStatus, type SyncStatus } from '../db/sync-runs/read-sync-status.ts'
import type { ApiContext } from './api-context.ts'
import { createLoaders, type Loaders } from './loaders/loaders.ts'

/** What the resolvers of one request work with. */
export type RequestContext = {
  readonly load: Loaders
  /** For statements that are not a concept's or relation's */
  readonly read: Read
  readonly syncStatus: () => Promise<SyncStatus & { readonly nextRunAt: Date | null }>
}

/** Made for each request: what a loader has read is never another request's answer. */
export const createRequestContext = ({ read, readPrimary, nextRunAt }: ApiContext): RequestContext => ({
  load: createLoaders(read),
  read,
  syncStatus: async () => ({ ...(await readSyncStatus(readPrimary)), nextRunAt: nextRunAt() }),
})
