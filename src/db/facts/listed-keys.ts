import type { Scope } from './changed-rows.ts'
import type { FactTable, Row } from './fact-table.ts'

/**
 * The keys of everything that a source listed, without the columns that its scope fixes. All that is kept of a listing
 * while it is written: some ten bytes a row.
 */
export class ListedKeys {
  readonly #columns: readonly string[]
  readonly #values: string[][]
  #size = 0

  constructor(of: FactTable, scope: Scope) {
    this.#columns = of.key.filter(column => !(column in scope))
    this.#values = this.#columns.map(() => [])
  }

  add(rows: readonly Row[]): void {
    this.#size += rows.length
    this.#columns.forEach((column, index) => {
      for (const row of rows) this.#values[index]?.push(String(row[column]))
    })
  }

  get size(): number {
    return this.#size
  }

  /** A condition on rows `fact` within the scope: this one was not listed. Its parameters begin at `$first`. */
  isMissing(first: number): { text: string; values: unknown[] } {
    // Where the scope is the whole key, the one row that it can have was listed or not.
    if (this.#columns.length === 0) return { text: `$${first}::boolean`, values: [this.#size === 0] }
    const arrays = this.#columns.map((_, index) => `$${first + index}::text[]`)
    const same = this.#columns.map(column => `fact.${column}::text = listed.${column}`)
    return {
      text: `not exists (select from unnest(${arrays}) as listed (${this.#columns}) where ${same.join(' and ')})`,
      values: this.#values,
    }
  }
}
