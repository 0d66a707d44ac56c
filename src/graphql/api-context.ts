import type { Read } from '../db/statement.ts'
import type { Logger } from '../telemetry/logger.ts'

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
  /** For the inventory; may be a replica's */
  readonly read: Read
  /** For what only the primary can tell */
  readonly readPrimary: Read
  /** When the schedule starts the next sync */
  readonly nextRunAt: () => Date | null
}
