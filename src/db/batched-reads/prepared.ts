import type pg from 'pg'
import { valueTypes } from '../value-types.ts'

/** A column of a statement's rows: its name, and how its text is read. */
type Column = { readonly name: string; readonly parse: (text: string) => unknown }

/** PostgreSQL plans a statement for its values the first five times, and then decides whether it does so every time. */
const plannedAnew = 5

/** A statement that a connection has prepared and answered before. */
export class PreparedStatement {
  readonly #columns: readonly Column[]
  #expectedMs: number | undefined
  #answers = 1

  constructor(fields: readonly pg.FieldDef[]) {
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: valueTypes.getTypeParser(dataTypeID, 'text') as Column['parse'],
    }))
  }

  /** How long a read takes of late, in milliseconds; endless before it was measured. */
  get expectedMs(): number {
    return this.#expectedMs ?? Number.POSITIVE_INFINITY
  }

  /** Whether what is expected says how long it will take from now on: planning is not in it any more. */
  get isSettled(): boolean {
    return this.#answers > plannedAnew + 3
  }

  /** One slow answer counts for a few: more often it is the machine that was busy than the statement. */
  took(ms: number): void {
    this.#answers += 1
    const isFirst = this.#expectedMs === undefined || this.#answers <= plannedAnew + 1
    this.#expectedMs = isFirst ? ms : this.expectedMs * 0.8 + ms * 0.2
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
