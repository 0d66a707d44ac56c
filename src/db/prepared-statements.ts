import { createHash } from 'node:crypto'
import { LeastRecentlyUsed } from './least-recently-used.ts'
import type { PoolClient } from './pool.ts'

/**
 * Characters of all statements that have a name at the same time. A plan takes about a hundred times its text, on every
 * connection: this is about a hundred large statements, and 30 MB of PostgreSQL's memory a connection.
 */
const mostText = 300_000

/**
 * Names for statements that come again: PostgreSQL then parses and plans them once a connection. Statements can be
 * combined without end, names must not be, so that those which were not used for longest lose theirs.
 */
export class PreparedStatements {
  readonly #most: number
  readonly #once: LeastRecentlyUsed<true>
  readonly #names: LeastRecentlyUsed<string>
  #lost = 0
  readonly #seen = new WeakMap<PoolClient, number>()

  constructor(most = mostText) {
    this.#most = most
    this.#once = new LeastRecentlyUsed(most)
    this.#names = new LeastRecentlyUsed(most, () => {
      this.#lost += 1
    })
  }

  /** Undefined for what was never asked before: most of that never is again. */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known !== undefined) return known
    if (this.#once.get(text) === undefined) {
      this.#once.set(text, true, text.length)
      return undefined
    }
    this.#once.delete(text)
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
    this.#names.set(text, name, text.length)
    return name
  }

  /** Whether a connection holds so much that has lost its name that it should be closed: another begins empty. */
  isFull(client: PoolClient): boolean {
    if ((this.#seen.get(client) ?? 0) === this.#lost) return false
    this.#seen.set(client, this.#lost)
    const texts = Object.values((client as unknown as DriverClient).connection.parsedStatements)
    return texts.reduce((sum, text) => sum + text.length, 0) > 2 * this.#most
  }
}

/** The driver's own list of what it has prepared on a connection, by name. */
type DriverClient = { readonly connection: { readonly parsedStatements: Readonly<Record<string, string>> } }

/** Those of this process. */
export const preparedStatements = new PreparedStatements()
