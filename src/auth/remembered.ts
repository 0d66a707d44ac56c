import { createHash } from 'node:crypto'

/** What was found out about credentials, for a while. Credentials themselves are not kept, only their hash. */
export class Remembered<Value> {
  readonly #most: number
  readonly #entries = new Map<string, { value: Value; until: number }>()

  constructor(most: number) {
    this.#most = most
  }

  get(credentials: string): Value | undefined {
    const entry = this.#entries.get(hash(credentials))
    return entry !== undefined && entry.until > Date.now() ? entry.value : undefined
  }

  /** Remembers until a time (milliseconds since 1970); the oldest entry makes room. */
  set(credentials: string, value: Value, until: number): void {
    const key = hash(credentials)
    this.#entries.delete(key)
    if (this.#entries.size >= this.#most) {
      for (const oldest of this.#entries.keys()) {
        this.#entries.delete(oldest)
        break
      }
    }
    this.#entries.set(key, { value, until })
  }
}

const hash = (credentials: string): string => createHash('sha256').update(credentials).digest('base64')
