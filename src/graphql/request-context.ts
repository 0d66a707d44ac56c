import { type Read, readUntil, type Sql, type Statement } from '../db/statement.ts'
import { readSyncStatus, type SyncStatus } from '../db/sync-runs/read-sync-status.ts'
import type { SyncRequest } from '../db/sync-runs/request-sync.ts'
import type { Viewer } from '../domain/viewer.ts'
import type { ApiContext } from './api-context.ts'
import { createLoaders, type Loaders } from './loaders/loaders.ts'

/** What the resolvers of one request work with. */
export type RequestContext = {
  readonly viewer: Viewer
  /** Finds the request in the audit log */
  readonly requestId: string
  /** Whose budget the request is paid from */
  readonly caller: string
  /** What the query can cost, in points; set as soon as that is known */
  cost?: number
  readonly load: Loaders
  /** For statements that are not a concept's or relation's; like the loaders it sees what the viewer may see */
  readonly read: Read
  /** How many rows the database gave so far */
  readonly rows: () => number
  /** Writes down what the viewer asks to be read; gives the job's ID */
  readonly requestSync: (request: Omit<SyncRequest, 'requestedBy'>) => Promise<string>
  readonly syncStatus: () => Promise<SyncStatus & { readonly nextRunAt: Date | null }>
}

/** Who asks, and what stops the answer where nobody waits for it. */
export type Asked = {
  readonly viewer: Viewer
  readonly requestId: string
  /** The viewer's name where it is left out */
  readonly caller?: string
  /** What was paid for the query already, in points */
  readonly cost?: number
  readonly signal?: AbortSignal
}

/** Made for each request: what a loader has read is never another request's answer, nor another viewer's. */
export const createRequestContext = (
  {
    read: readsFor,
    readPrimary,
    nextRunAt,
    requestSync,
  }: Pick<ApiContext, 'read' | 'readPrimary' | 'nextRunAt' | 'requestSync'>,
  { viewer, requestId, caller = viewer.name, cost, signal }: Asked,
): RequestContext => {
  const given = readUntil(readsFor(viewer.scope), signal)
  let rows = 0
  const counting = async <Row>(statement: Sql | Statement, until?: AbortSignal): Promise<Row[]> => {
    const found = await given<Row>(statement, until)
    rows += found.length
    return found
  }
  const read: Read = Object.assign(counting, given.isNarrow && { isNarrow: given.isNarrow })
  return {
    viewer,
    requestId,
    caller,
    ...(cost !== undefined && { cost }),
    load: createLoaders(read),
    read,
    rows: () => rows,
    requestSync: request => requestSync({ ...request, requestedBy: viewer.name }),
    syncStatus: async () => ({
      ...(await readSyncStatus(readUntil(readPrimary(viewer.scope), signal))),
      nextRunAt: nextRunAt(),
    }),
  }
}
