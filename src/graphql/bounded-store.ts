/**
 * Keeps values in memory up to a total size; what was not asked for longest goes first. Sizes are in characters, as far
 * as the caller knows them. It is what Apollo Server calls a key-value cache.
 */
export class BoundedStore<Value> {
  readonly #mostSize: number
  readonly #sizeOf: (value: Value) => number
  readonly #values = new Map<string, Value>()
  #size = 0

  constructor(mostSize: number, sizeOf: (value: Value) => number) {
    this.#mostSize = mostSize
    this.#sizeOf = sizeOf
  }

  async get(key: string): Promise<Value | undefined> {
    const value = this.#values.get(key)
    if (value === undefined) return undefined
    this.#values.delete(key)
    this.#values.set(key, value)
    return value
  }

  async set(key: string, value: Value): Promise<void> {
    await this.delete(key)
    const size = this.#sizeOf(value)
    if (size > this.#mostSize) return
    this.#values.set(key, value)
    this.#size += size
    for (const [oldest, other] of this.#values) {
      if (this.#size <= this.#mostSize) return
      this.#values.delete(oldest)
      this.#size -= this.#sizeOf(other)
    }
  }

  async delete(key: string): Promise<boolean> {
    const value = this.#values.get(key)
    if (value === undefined) return false
    this.#values.delete(key)
    this.#size -= this.#sizeOf(value)
    return true
  }
}
