import { sql } from 'kysely'
import type { SourceKind } from '../../domain/source.ts'
import { column, type Field } from '../concept.ts'

/** When a row's source was last read successfully: that of its own account, Region and a kind; null: never. */
export const observedAt =
  (kind: SourceKind, account = 'account_id'): Field =>
  t =>
    sql`(
    select c.last_success_at from amigraph.coverage c
    where c.account_id = ${column(account)(t)} and c.region = ${column('region')(t)} and c.kind = ${sql.lit(kind)})`
