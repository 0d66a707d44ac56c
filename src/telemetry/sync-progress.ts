import type { SyncProgress } from '../sync/sync-context.ts'
import type { SourceResult } from '../sync/sync-source.ts'

export type ProgressLine = {
  onSource(result: SourceResult, progress: SyncProgress): void
  /** Removes the line */
  end(): void
}

/** Milliseconds between two redraws, so that the terminal is not what the sync waits for. */
const redrawMs = 100
/** Where nobody watches, a line every so many sources says that it goes on. */
const sourcesALine = 500

/** Progress of a sync: a line that rewrites itself on a terminal, a line now and then elsewhere. */
export function createProgressLine(out: NodeJS.WriteStream): ProgressLine {
  let drawnAt = 0
  const text = ({ source }: SourceResult, { done, planned, failed }: SyncProgress): string =>
    `Syncing: ${done} of ${planned} sources${failed === 0 ? '' : `, ${failed} failed`} · ${source.accountId} ${source.region} ${source.kind}`
  return {
    onSource(result, progress) {
      if (out.isTTY) {
        if (Date.now() - drawnAt < redrawMs) return
        drawnAt = Date.now()
        out.write(`\r\x1b[2K${text(result, progress).slice(0, out.columns - 1)}`)
      } else if (progress.done % sourcesALine === 0) {
        out.write(`${text(result, progress)}\n`)
      }
    },
    end() {
      if (out.isTTY) out.write('\r\x1b[2K')
    },
  }
}
