import { sql } from 'kysely'
import { type Alias, column, type Field } from './concept.ts'
import type { Sql } from './statement.ts'

/** Whether the reader may see what only this account sees: always, but for limited viewers (migration 0003). */
export const seesAccount = (accountId: Sql): Sql => sql`amigraph.sees_account(${accountId})`

/**
 * A value that is for one account alone, in a row that others see as well: null for those. Conditions and orders have to
 * use it too, or they would tell what the value is.
 */
export const onlyFor =
  (accountColumn: string, value: Field): Field =>
  (t: Alias) =>
    sql`case when ${seesAccount(column(accountColumn)(t))} then ${value(t)} end`
