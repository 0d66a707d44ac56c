import { prepare, type Statement } from '../statement.ts'

/** Rows that a plan made without knowing their number is good for. */
export const few = 100

/**
 * The statement prepared where it is given few rows. A prepared plan is kept while the table that it was made for grows, and
 * knows neither its new size nor how much is looked up: that many rows deserve a plan of their own.
 */
export function prepareWhereFew(statement: Statement, rows: number): Statement {
  return rows > few ? statement : prepare(statement)
}
