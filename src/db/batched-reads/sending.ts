import pg from 'pg'
import { mergedValues } from '../merged-statement.ts'
import type { Prepared } from '../statement.ts'
import type { Rows, WaitingRead } from './waiting-read.ts'

type Row = Rows[number]

/** One statement that is sent, and the reads that it answers. */
export interface Sending {
  readonly statement: Prepared
  readonly reads: readonly WaitingRead[]
  /** A row has come */
  row(row: Row): void
  /** There are no more rows */
  end(): void
  /** It failed: whoever is not told the error now is given back, to be sent another way */
  fail(error: unknown): WaitingRead[]
}

/** The statement of one read. */
export class SingleRead implements Sending {
  readonly reads: readonly [WaitingRead]
  readonly #rows: Row[] = []

  constructor(read: WaitingRead) {
    this.reads = [read]
  }

  get statement(): Prepared {
    return this.reads[0].statement
  }

  row(row: Row): void {
    this.#rows.push(row)
  }

  end(): void {
    this.reads[0].resolve(this.#rows)
  }

  fail(error: unknown): WaitingRead[] {
    this.reads[0].reject(error)
    return []
  }
}

/**
 * Reads that differ in nothing but their values, as one statement (`mergedStatement`): PostgreSQL begins and ends it once
 * for all of them, which for one that finds its rows by their keys takes longer than to find them.
 */
export class MergedReads implements Sending {
  readonly statement: Prepared
  readonly reads: readonly WaitingRead[]
  readonly #left: Set<WaitingRead>

  /** `statement`: what all of them are merged to. Throws where a value is none that the driver can send. */
  constructor(reads: readonly WaitingRead[], statement: Pick<Prepared, 'text' | 'name'>) {
    this.reads = reads
    this.#left = new Set(reads)
    this.statement = { ...statement, values: mergedValues(reads.map(read => read.statement.values)) }
  }

  row({ place, ...row }: Row): void {
    const read = this.reads[Number(place) - 1]
    if (read === undefined) throw new Error(`A merged statement has a row ${place} of ${this.reads.length}`)
    this.#left.delete(read)
    read.resolve([row])
  }

  end(): void {
    for (const read of this.#left) read.reject(new Error('A merged statement has no row for one of its sets'))
  }

  /** One of them may be to blame. Where the connection broke, none is, and none is tried again. */
  fail(error: unknown): WaitingRead[] {
    if (error instanceof pg.DatabaseError) return [...this.#left].map(read => ({ ...read, isAlone: true }))
    for (const read of this.#left) read.reject(error)
    return []
  }
}
