import { KeyRequestError } from '../auth/key-request.ts'
import { ConfigError } from '../config/config-error.ts'
import { DatabaseError } from '../db/database-error.ts'
import { ListenError } from '../graphql/listen-error.ts'
import { TrustedDocumentsError } from '../graphql/trusted-documents-error.ts'
import { DumpError } from '../sandbox/world/load/dump-error.ts'
import { SyncInterrupted } from '../sync/sync-interrupted.ts'
import { MetricsListenError } from '../telemetry/metrics.ts'

/** Things to undo at the end, last opened first. */
export type Closers = {
  /** Adds one; it is called once, whatever ends the process */
  add(close: () => Promise<unknown>): void
}

/** A stop that takes longer is cut short: whatever runs then is as if the process had been killed. */
const stopSeconds = 10

/**
 * Runs a program until it is done or until SIGINT or SIGTERM, closes what it opened, and sets the exit code: 0, or 1
 * after a failure, 2 where the configuration is wrong. Errors that say what to do are printed without a stack. A second
 * signal ends the process at once.
 *
 * `main` resolves to `'serving'` where it goes on until it is stopped, or to an exit code.
 */
export async function runUntilStopped(
  main: (closers: Closers, signal: AbortSignal) => Promise<'serving' | number>,
): Promise<void> {
  const closers: (() => Promise<unknown>)[] = []
  const stopping = new AbortController()
  const stopped = new Promise<void>(resolve => stopping.signal.addEventListener('abort', () => resolve()))
  const onSignal = (): void => {
    if (stopping.signal.aborted) process.exit(130)
    stopping.abort()
    setTimeout(() => {
      process.stderr.write(`Not closed after ${stopSeconds} s; leaving\n`)
      process.exit(1)
    }, stopSeconds * 1000).unref()
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  try {
    const outcome = main({ add: close => closers.push(close) }, stopping.signal)
    // A stop during the start does not wait for it: closing what it has opened so far ends it.
    const ended = await Promise.race([outcome, stopped])
    if (ended === 'serving') await stopped
    else if (typeof ended === 'number') process.exitCode = ended
    outcome.catch(() => {})
  } catch (error) {
    if (!stopping.signal.aborted) report(error)
  }
  for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close().catch(report)
  process.exit()
}

function report(error: unknown): void {
  if (error instanceof SyncInterrupted) return
  process.stderr.write(`${speaksForItself(error) ? error.message : inspect(error)}\n`)
  process.exitCode = error instanceof ConfigError ? 2 : 1
}

function inspect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Errors whose message says what to do. */
function speaksForItself(error: unknown): error is Error {
  return [
    ConfigError,
    DatabaseError,
    DumpError,
    KeyRequestError,
    ListenError,
    MetricsListenError,
    TrustedDocumentsError,
  ].some(kind => error instanceof kind)
}
