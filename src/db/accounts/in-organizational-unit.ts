import { sql } from 'kysely'
import { column } from '../concept.ts'
import { negated, type Predicate } from '../filter.ts'

/** The account is in one of these units, or with `descendants` anywhere below one. */
export const inOrganizationalUnit: Predicate = (
  t,
  { in: ids, descendants }: { in: readonly string[]; descendants: boolean },
  wanted,
) =>
  negated(
    descendants
      ? sql`(${column('ancestor_ids')(t)} && ${ids}::text[])`
      : sql`(${column('parent_id')(t)} = any(${ids}::text[]))`,
    wanted,
  )
