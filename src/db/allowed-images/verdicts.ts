import { sql } from 'kysely'
import type { Alias } from '../concept.ts'
import type { Sql } from '../statement.ts'

/** What launches images: a table, and which of its rows do. */
export type Launches = { readonly table: Sql; readonly where: (t: Alias) => Sql }

export const launchingInstances: Launches = {
  table: sql`amigraph.instances`,
  where: t => sql`${sql.ref(`${t}.state`)} not in ('SHUTTING_DOWN', 'TERMINATED')`,
}

/** Versions that leave the image to whoever launches break nothing. */
export const launchingTemplates: Launches = {
  table: sql`amigraph.launch_template_versions`,
  where: t => sql`coalesce(${sql.ref(`${t}.image_id`)}, ${sql.ref(`${t}.image_parameter`)}) is not null`,
}

/** The fields of a parent that `verdictsOf` starts from: texts of JSON, the last three null where they narrow nothing. */
export const proposalKey = ['criteria', 'accounts', 'organizationalUnits', 'regions']

/** The image of a launch; empty where a parameter names it that could not be resolved. */
export const imageOf = (t: Alias): Sql => sql`coalesce(${sql.ref(`${t}.image_id`)}, '')`

/**
 * What a proposal of Allowed AMIs criteria (R13) says of every image that something launches, by account: rows of
 * (account_id, region, image_id, launches, proposed, today). An account's own images are exempt; what was judged by
 * criteria that leave it open is UNKNOWN. `today` follows from the account's settings; where these leave it open, from
 * what AWS says of the images behind its instances. Each image is judged once by the proposal; cost grows with what
 * launches.
 */
export const verdictsOf = ({ table, where }: Launches, parent: Alias): Sql => {
  const asked = (name: string) => sql.ref(`${parent}.${name}`)
  const listed = (name: string) =>
    sql`(select array_agg(value) from json_array_elements_text(${asked(name)}::json))::text[]`
  return sql`
    with used as materialized (
      select t.account_id, t.region, ${imageOf('t')} as image_id, count(*) as launches
      from ${table} t
      where ${where('t')}
        and (${asked('regions')} is null or t.region = any(${listed('regions')}))
        and (${asked('accounts')} is null and ${asked('organizationalUnits')} is null
          or t.account_id = any(${listed('accounts')})
          or t.account_id in (
            select a.account_id from amigraph.accounts a where a.ancestor_ids && ${listed('organizationalUnits')}))
      group by t.account_id, t.region, ${imageOf('t')}
    ), judged as materialized (
      select each.region, each.image_id, i.owner_account_id, amigraph.meets_criteria(${asked('criteria')}::jsonb, i) as meets
      from (select distinct used.region, used.image_id from used) each
      left join amigraph.images i on i.region = each.region and i.image_id = each.image_id
    )
    select used.account_id, used.region, used.image_id, used.launches, ${verdict(sql`judged.meets`)} as proposed,
      case settings.state when 'DISABLED' then 'ALLOWED' when 'AUDIT_MODE' then 'ALLOWED'
        when 'ENABLED' then ${verdict(sql`coalesce(amigraph.meets_criteria(settings.criteria, i), told.image_allowed)`)}
        else 'UNKNOWN' end as today
    from used
    join judged on judged.region = used.region and judged.image_id = used.image_id
    left join amigraph.images i on i.region = used.region and i.image_id = used.image_id
    left join amigraph.allowed_images_settings settings
      on settings.account_id = used.account_id and settings.region = used.region
    left join amigraph.instance_image_metadata told
      on told.account_id = used.account_id and told.region = used.region and told.image_id = used.image_id`
}

/** An image whose owner nobody named may be the account's own: it is not said to be disallowed. */
const verdict = (meets: Sql): Sql => sql`case
        when judged.owner_account_id = used.account_id or ${meets} then 'ALLOWED'
        when judged.owner_account_id is null or ${meets} is null then 'UNKNOWN'
        else 'DISALLOWED' end`

/** Which verdicts to list, as arguments of a list. */
export type WantedVerdicts = { readonly verdicts: readonly string[]; readonly changed: boolean | null }

export const isWanted = (t: Alias, { verdicts, changed }: WantedVerdicts): Sql => sql`
  ${sql.ref(`${t}.proposed`)} = any(${verdicts}::text[])${
    changed === null ? sql`` : sql` and (${sql.ref(`${t}.proposed`)} <> ${sql.ref(`${t}.today`)}) = ${changed}::boolean`
  }`
