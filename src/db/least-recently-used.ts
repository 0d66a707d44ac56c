/**
 * Keeps values up to a size together; those that were not used for longest are forgotten first. Exactly so up to
 * a few, by and large where there are many: what is among the newest quarter stays where it is when it is used, because
 * to move it costs more than to find it.
 */
export class LeastRecentlyUsed<Value> {
  readonly #most: number
  readonly #onForget: (value: Value) => void
  readonly #entries = new Map<string, Entry<Value>>()
  /** Counts how often an entry became the newest */
  #time = 0
  #size = 0

  /** `most` is in whatever unit `set` counts; `onForget` hears of what had to make room */
  constructor(most: number, onForget: (value: Value) => void = () => {}) {
    this.#most = most
    this.#onForget = onForget
  }

  get size(): number {
    return this.#size
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    if (this.#time - entry.at >= this.#entries.size / 4) {
      this.#entries.delete(key)
      this.#entries.set(key, entry)
      entry.at = ++this.#time
    }
    return entry.value
  }

  /** What alone is larger than everything that may be kept is not kept. */
  set(key: string, value: Value, size: number): void {
    this.delete(key)
    if (size > this.#most) return
    this.#entries.set(key, { value, size, at: ++this.#time })
    this.#size += size
    for (const [oldest, entry] of this.#entries) {
      if (this.#size <= this.#most) return
      this.delete(oldest)
      this.#onForget(entry.value)
    }
  }

  /** Whether it was there. */
  delete(key: string): boolean {
    const entry = this.#entries.get(key)
    if (entry === undefined) return false
    this.#entries.delete(key)
    this.#size -= entry.size
    return true
  }

  clear(): void {
    this.#entries.clear()
    this.#size = 0
  }
}

type Entry<Value> = { readonly value: Value; readonly size: number; at: number }
