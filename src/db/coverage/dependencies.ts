import { sql } from 'kysely'
import type { Scope } from '../../domain/coverage-scope.ts'
import { globalRegion } from '../../domain/source.ts'
import type { Sql } from '../statement.ts'
import { statusNow } from './source-coverage.ts'

/** Statuses that leave a gap in an answer. */
export const gapStatuses = sql`('STALE', 'FAILED', 'DENIED', 'NEVER')`

/**
 * The sources that scopes depend on, as a CTE named `dependency` with a row for each scope (its place, from 0 on) and
 * source. Where a single image's permissions could not be read, its source counts as a gap of that scope, whatever
 * became of the source's other images.
 */
export const dependencies = (scopes: readonly Scope[]): Sql => {
  const parts = scopes.flatMap(({ parts }, scope) => parts.map(part => ({ scope, ...part })))
  const images = scopes.flatMap(({ permissionsOf }, scope) => (permissionsOf ? [{ scope, ...permissionsOf }] : []))
  return sql`with part as (
      select part.scope, part.kinds, part.accounts, part.regions
      from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb)
        as part (scope integer, kinds text[], accounts text[], regions text[], "unlessMembers" text[])
      where part."unlessMembers" is null
        or exists (select from unnest(part."unlessMembers") as owner (id)
          where not exists (select from amigraph.accounts a where a.account_id = owner.id))
    ), source as (
      select part.scope, c.account_id, c.region, c.kind, ${statusNow('c')} as status, c.last_success_at,
        c.last_attempt_at, c.attempts, c.error_code, c.error_message, false as of_image
      from part
      join amigraph.coverage c on c.kind = any(part.kinds)
        and (part.accounts is null or c.account_id = any(part.accounts))
        and (part.regions is null or c.region = any(part.regions) or c.region = ${sql.lit(globalRegion)})
      where c.status <> 'NOT_APPLICABLE'
      union all
      select asked.scope, i.owner_account_id, i.region, 'LAUNCH_PERMISSIONS',
        case when r.error_code is not null then 'FAILED' when r.observed_at is null then 'NEVER' else 'FRESH' end,
        r.observed_at, r.attempted_at, case when r.error_code is null then 0 else 1 end, r.error_code, r.error_message, true
      from jsonb_to_recordset(${JSON.stringify(images)}::jsonb) as asked (scope integer, region text, "imageId" text)
      join amigraph.images i on i.region = asked.region and i.image_id = asked."imageId"
      join amigraph.accounts a on a.account_id = i.owner_account_id
      left join amigraph.launch_permission_reads r on r.region = i.region and r.image_id = i.image_id
    ), ${dependencyOfSource}`
}

/**
 * The CTE `dependency` over one named `source`, in which a source can stand several times: each once, with what leaves a
 * gap first.
 */
export const dependencyOfSource = sql`dependency as (
      select distinct on (source.scope, source.account_id, source.region, source.kind)
        source.scope, source.account_id, source.region, source.kind, source.status, source.last_success_at,
        source.last_attempt_at, source.attempts, source.error_code, source.error_message,
        min(source.last_success_at) over (
          partition by source.scope, source.account_id, source.region, source.kind) as oldest_success_at
      from source
      order by source.scope, source.account_id, source.region, source.kind, source.status in ${gapStatuses} desc,
        source.of_image desc
    )`
