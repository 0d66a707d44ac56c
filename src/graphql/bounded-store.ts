import { LeastRecentlyUsed } from '../db/least-recently-used.ts'

/**
 * Keeps values in memory up to a total size; what was not asked for longest goes first. Sizes are in characters, as far
 * as the caller knows them. It is what Apollo Server calls a key-value cache.
 */
export class BoundedStore<Value> {
  readonly #sizeOf: (value: Value) => number
  readonly #values: LeastRecentlyUsed<Value>

  constructor(mostSize: number, sizeOf: (value: Value) => number) {
    this.#sizeOf = sizeOf
    this.#values = new LeastRecentlyUsed(mostSize)
  }

  async get(key: string): Promise<Value | undefined> {
    return this.#values.get(key)
  }

  async set(key: string, value: Value): Promise<void> {
    this.#values.set(key, value, this.#sizeOf(value))
  }

  async delete(key: string): Promise<boolean> {
    return this.#values.delete(key)
  }
}
