import type { Audit } from '../auth/audit.ts'
import type { Authenticate } from '../auth/authenticate.ts'
import type { ChangeListener, Listening } from '../db/inventory/listen-to-changes.ts'
import type { SyncRequest } from '../db/sync-runs/request-sync.ts'
import type { ViewerReads } from '../db/viewer-read.ts'
import type { ViewerStream } from '../db/viewer-stream.ts'
import type { ApiMetrics } from '../telemetry/api-metrics.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { ApiSettings } from './api-settings.ts'

/** What the API works with for as long as it runs. */
export type ApiContext = {
  readonly host: string
  /** 0 takes any free port */
  readonly port: number
  /** Whether the inventory is that of the sandbox: then every answer says so */
  readonly sandbox: boolean
  /** Where the explorer page's parts may be kept, besides the project's own folder */
  readonly dataDir: string
  readonly logger: Logger
  /** Limits and what else is configured of the API; what is left out has its default */
  readonly settings?: Partial<ApiSettings>
  /** For the inventory; may be a replica's */
  readonly read: ViewerReads
  /** For what only the primary can tell */
  readonly readPrimary: ViewerReads
  /** For exports: rows without end, as far as a viewer may see them */
  readonly stream: ViewerStream
  readonly authenticate: Authenticate
  readonly audit: Audit
  /** Null where nobody can ask for metrics: then nothing is measured */
  readonly metrics?: ApiMetrics | null
  /** Whether queries of facts are compiled to SQL; true where left out. Answers are the same either way */
  readonly compile?: boolean
  /** Tells of changes of the inventory that `read` reads. Without it no answer is kept */
  readonly listen?: ((listener: ChangeListener) => Listening) | null
  /** Writes down what a viewer asks to be read; gives the job's ID */
  readonly requestSync: (request: SyncRequest) => Promise<string>
  /** When the schedule starts the next sync */
  readonly nextRunAt: () => Date | null
}
