import type { SyncContext } from '../sync-context.ts'

/** What reading by name works with. */
export type EventContext = Pick<SyncContext, 'aws' | 'pool' | 'statements' | 'now' | 'concurrency' | 'logger'>
