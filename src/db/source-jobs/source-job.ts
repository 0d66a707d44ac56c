import type { Source } from '../../domain/source.ts'

/** What a run of the sync reads, and why. */
export type RunOfJob = {
  syncRunId: string
  reason: 'SCHEDULE' | 'COMMAND' | 'REQUEST'
  /** null: all kinds */
  kinds: readonly string[] | null
}

/** A source that is to be read now. */
export type SourceJob = Source & {
  /** The run that waits for it; null: none does */
  run: RunOfJob | null
  asked: boolean
  revision: number
  /** How often reading it failed since it last succeeded */
  failures: number
}
