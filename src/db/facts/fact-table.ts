/**
 * A table of facts as the sync writes it. Names come from here only, never from data, so they may stand in statements.
 */
export type FactTable = {
  /** Schema-qualified */
  table: string
  /** Columns of the primary key */
  key: readonly string[]
  /** The other columns that the sync writes; those with a default of the database are left out */
  columns: readonly string[]
  /** Rows are only ever added: one that is already there stays as it is */
  appendOnly?: true
  /** When a row that is already there may be overwritten: SQL over `fact`, which is that row, and `excluded`; always by default */
  overwriteIf?: string
}

/** A row under its column names. */
export type Row = Readonly<Record<string, unknown>>

/** A row with the hash of its content in the column `content_hash`. */
export type HashedRow = Row & { content_hash: string }

/** A fact's members under their column names: `imageId` → `image_id`. */
export function toRow(fact: object): Row {
  return Object.fromEntries(Object.entries(fact).map(([member, value]) => [columnOf(member), value]))
}

/** By member: there are a few hundred, and each row of millions has a dozen. */
const columns = new Map<string, string>()

function columnOf(member: string): string {
  const known = columns.get(member)
  if (known !== undefined) return known
  const column = member.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  columns.set(member, column)
  return column
}
