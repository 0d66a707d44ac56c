import { type DestinationStream, pino } from 'pino'
import type { AccessConfig } from '../config/config.ts'
import type { Logger } from '../telemetry/logger.ts'

/** One operation that was asked. Neither its text nor its variables: both can hold what is nobody else's business. */
export type AuditedOperation = {
  readonly requestId: string
  readonly viewer: string
  /** The name that the document gives it */
  readonly operation: string | null
  readonly kind: 'query' | 'mutation' | 'subscription' | null
  /** SHA-256 of the document */
  readonly documentHash: string | null
  readonly cost: number | null
  readonly rows: number | null
  readonly durationMs: number
  /** `OK`, or the code of the first error */
  readonly status: string
}

/** Somebody who was not let in, or not to what was asked. */
export type AuditedRefusal = {
  readonly requestId: string
  readonly viewer: string | null
  readonly address: string | null
  readonly status: string
  readonly reason: string
}

/** Something that was changed in how amigraph itself works. */
export type AuditedAdministration = { readonly viewer: string; readonly action: string } & Readonly<
  Record<string, unknown>
>

/** Who did what, a structured line each. */
export type Audit = {
  operation(entry: AuditedOperation): void
  refusal(entry: AuditedRefusal): void
  administration(entry: AuditedAdministration): void
}

/** Writes to a file of its own, or to the log, whatever the log's own level is; `silent` silences that as well. */
export const createAudit = ({ auditLog }: Pick<AccessConfig, 'auditLog'>, logger: Logger): Audit => {
  const lines =
    auditLog.to === 'file'
      ? pino({ base: { audit: true } }, auditFile(auditLog.file))
      : logger.child({ audit: true }, { ...noSecrets, ...(logger.level !== 'silent' && { level: 'info' }) })
  return {
    operation: entry => {
      if (auditLog.to !== 'off') lines.info(entry, 'operation')
    },
    refusal: entry => lines.warn(entry, 'refused'),
    administration: entry => lines.info(entry, 'administration'),
  }
}

/** What is recorded holds no secrets by its types; looking for some would take longer than all the rest of a line. */
const noSecrets = { redact: { paths: [] } }

/** Lines are appended; only the owner of the process may read them. */
const auditFile = (file: string): DestinationStream =>
  pino.destination({ dest: file, append: true, mkdir: true, sync: true, mode: 0o600 })

/** Records nothing: for tests. */
export const noAudit: Audit = { operation: () => {}, refusal: () => {}, administration: () => {} }
