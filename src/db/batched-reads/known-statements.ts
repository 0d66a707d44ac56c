import type pg from 'pg'
import type { PreparedStatement } from './prepared.ts'

/** What a connection has prepared, by the statements' names. */
export class KnownStatements {
  readonly #prepared = new Map<string, PreparedStatement>()
  readonly #refused = new Set<string>()

  get(name: string | undefined): PreparedStatement | undefined {
    return name === undefined ? undefined : this.#prepared.get(name)
  }

  set(name: string, prepared: PreparedStatement): void {
    this.#prepared.set(name, prepared)
  }

  /** PostgreSQL does not take it for a statement: it need not be tried again. */
  refuse(name: string): void {
    this.#refused.add(name)
  }

  isRefused(name: string): boolean {
    return this.#refused.has(name)
  }
}

/** Each connection's. They end with it. */
export class StatementsOfConnections {
  readonly #known = new WeakMap<pg.PoolClient, KnownStatements>()

  on(client: pg.PoolClient): KnownStatements {
    let known = this.#known.get(client)
    if (known === undefined) {
      known = new KnownStatements()
      this.#known.set(client, known)
    }
    return known
  }
}
