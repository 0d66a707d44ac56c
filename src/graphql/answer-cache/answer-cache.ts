import { LeastRecentlyUsed } from '../../db/least-recently-used.ts'
import type { Dependencies } from './answer-dependencies.ts'
import { InventoryVersion, type Version } from './inventory-version.ts'

/** The `data` of an answer as JSON, and what names exactly this text. */
export type Answer = { readonly text: string; readonly etag: string }

type Kept = Answer & {
  readonly version: Version
  readonly dependsOn: Dependencies
  /** On the clock of `performance.now()` */
  readonly until: number
}

/** Taken before an answer is read: says from which inventory it is, and how long it stands. */
export type Ticket = { readonly version: Version; readonly until: number }

/** What an entry is counted as besides its text and key. */
const entrySize = 400

/**
 * Answers that stand while nothing changes. An answer is kept under the version that was current before it was read, so
 * that a change which came while it was read finds it out of date; and only while changes are listened to.
 */
export class AnswerCache {
  readonly #answers: LeastRecentlyUsed<Kept>
  readonly #nextChangeByTime: () => Promise<number | null>
  readonly version: InventoryVersion
  #byTime: { version: Version; until: Promise<number> } | undefined

  constructor(mostBytes: number, nextChangeByTime: () => Promise<number | null>) {
    this.#answers = new LeastRecentlyUsed(mostBytes)
    this.#nextChangeByTime = nextChangeByTime
    this.version = new InventoryVersion(() => this.#answers.clear())
  }

  /** Bytes that are kept. */
  get size(): number {
    return this.#answers.size
  }

  get(key: string): Answer | null {
    const version = this.version.current
    const kept = version && this.#answers.get(key)
    if (!kept) return null
    if (stands(kept, version) && performance.now() < kept.until) return kept
    this.#answers.delete(key)
    return null
  }

  /** Null where the answer can't be kept. */
  async take(dependsOn: Dependencies): Promise<Ticket | null> {
    const version = this.version.current
    if (version === null) return null
    return { version, until: dependsOn.time ? await this.#untilChangeByTime(version) : Number.POSITIVE_INFINITY }
  }

  set(key: string, { version, until }: Ticket, dependsOn: Dependencies, answer: Answer): void {
    const current = this.version.current
    if (current === null || !stands({ version, dependsOn }, current)) return
    const size = entrySize + 2 * key.length + Buffer.byteLength(answer.text)
    this.#answers.set(key, { ...answer, version, dependsOn, until }, size)
  }

  /** The same for all answers of a version, until it has passed. */
  async #untilChangeByTime(version: Version): Promise<number> {
    const known = this.#byTime
    if (known && known.version === version && performance.now() < (await known.until)) return known.until
    const asked = performance.now()
    const until = this.#nextChangeByTime().then(
      ms => (ms === null ? Number.POSITIVE_INFINITY : asked + ms),
      // Not known: the answer stands for no time at all.
      () => asked,
    )
    this.#byTime = { version, until }
    return until
  }
}

const stands = ({ version, dependsOn }: Pick<Kept, 'version' | 'dependsOn'>, current: Version): boolean =>
  version.facts === current.facts && (!dependsOn.observations || version.observations === current.observations)
