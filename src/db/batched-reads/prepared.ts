import type pg from 'pg'
import { valueTypes } from '../value-types.ts'

/** A column of a statement's rows: its name, and how its text is read. */
type Column = { readonly name: string; readonly parse: (text: string) => unknown }

/** A statement that a connection has prepared and answered before. */
export class PreparedStatement {
  readonly #columns: readonly Column[]
  #expectedMs: number | undefined

  constructor(fields: readonly pg.FieldDef[]) {
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: valueTypes.getTypeParser(dataTypeID, 'text') as Column['parse'],
    }))
  }

  /** How long it takes of late, in milliseconds; endless before it was measured. */
  get expectedMs(): number {
    return this.#expectedMs ?? Number.POSITIVE_INFINITY
  }

  /** One slow answer counts for a few: more often it is the machine that was busy than the statement. */
  took(ms: number): void {
    this.#expectedMs = this.#expectedMs === undefined ? ms : this.#expectedMs * 0.8 + ms * 0.2
  }

  /** A row from the texts of its columns. */
  row(texts: readonly (string | null)[]): Record<string, unknown> {
    const row: Record<string, unknown> = {}
    this.#columns.forEach(({ name, parse }, i) => {
      const text = texts[i] ?? null
      row[name] = text === null ? null : parse(text)
    })
    return row
  }
}

/** What each connection has prepared, by the statements' names. It ends with the connection. */
export class PreparedOnConnections {
  readonly #byConnection = new WeakMap<pg.PoolClient, Map<string, PreparedStatement>>()

  on(client: pg.PoolClient): Map<string, PreparedStatement> {
    let prepared = this.#byConnection.get(client)
    if (prepared === undefined) {
      prepared = new Map()
      this.#byConnection.set(client, prepared)
    }
    return prepared
  }
}
