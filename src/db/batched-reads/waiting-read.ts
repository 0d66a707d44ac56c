import type { Prepared } from '../statement.ts'

export type Rows = Record<string, unknown>[]

/** A read that was asked for and has no answer yet. */
export type WaitingRead = {
  readonly statement: Prepared
  readonly signal: AbortSignal | undefined
  /** On the clock of `performance.now()` */
  readonly since: number
  readonly resolve: (rows: Rows) => void
  readonly reject: (error: unknown) => void
  /** It was merged with others once, and that failed: the next time it goes by itself, and fails by itself */
  readonly isAlone?: true
}
