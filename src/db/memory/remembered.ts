import { sql } from 'kysely'
import { namedAccount } from '../accounts/any-account.ts'
import { isMember } from '../accounts/named-accounts.ts'
import type { Alias, Relation } from '../concept.ts'
import { every } from '../filter.ts'
import { imageByKey } from '../images/image.ts'
import { instanceByKey } from '../instances/instance.ts'
import type { Sql } from '../statement.ts'

/**
 * The row with these values as it is, or as it last was if it is gone. `columns` are columns of the table and of
 * `amigraph.versions` alike; `gone` is what is to be said of a row that is gone, as jsonb.
 */
const asLastKnown = (table: string, columns: Readonly<Record<string, Sql>>, gone: Sql): Sql => {
  const fact = sql.table(`amigraph.${table}`)
  const same = (alias: Alias) =>
    every(Object.entries(columns).map(([name, value]) => sql`${sql.ref(`${alias}.${name}`)} = ${value}`))
  return sql`
    select known.* from ${fact} as known where ${same('known')}
    union all
    select row_then.* from (
      select past.was from amigraph.versions past
      where past.fact = ${sql.lit(table)} and ${same('past')} and past.was is not null and past.valid_from < past.valid_to
        and not exists (select from ${fact} as known where ${same('known')})
      order by past.valid_to desc limit 1
    ) last_known
    cross join lateral jsonb_populate_record(null::${fact}, last_known.was || ${gone}) as row_then`
}

/** An image, also one that is gone: its owner lists it no more, so it is deregistered. */
export const rememberedImage: Relation = {
  ...imageByKey,
  name: 'remembered image',
  from: (t, parent) =>
    sql`(${asLastKnown(
      'images',
      { region: sql.ref(`${parent}.region`), image_id: sql.ref(`${parent}.imageId`) },
      sql`case when last_known.was ->> 'evidence' = 'OWNER' then '{"state": "DEREGISTERED"}' else '{}' end::jsonb`,
    )}) as ${sql.ref(t)}`,
  on: () => sql`true`,
}

/** An instance, also one that is gone. */
export const rememberedInstance: Relation = {
  ...instanceByKey,
  name: 'remembered instance',
  from: (t, parent) =>
    sql`(${asLastKnown(
      'instances',
      {
        account_id: sql.ref(`${parent}.accountId`),
        region: sql.ref(`${parent}.region`),
        instance_id: sql.ref(`${parent}.instanceId`),
      },
      sql`'{"state": "TERMINATED"}'::jsonb`,
    )}) as ${sql.ref(t)}`,
  on: () => sql`true`,
}

/** An account, also one that left; one that never was a member with nothing but its ID. */
export const rememberedAccount: Relation = {
  ...namedAccount,
  name: 'remembered account',
  from: (t, parent) => sql`(
    select named.account_id,
      exists (select from amigraph.accounts a where a.account_id = named.account_id)
        or ${isMember(sql`named.account_id`)} as in_organization,
      last.organization_id, last.arn, last.name, last.email, last.state, last.joined_method, last.joined_at,
      last.parent_id, last.organizational_unit_path, last.ancestor_ids
    from (select ${sql.ref(`${parent}.accountId`)} as account_id) named
    left join lateral (${asLastKnown('accounts', { account_id: sql`named.account_id` }, sql`'{}'::jsonb`)}) last on true
  ) as ${sql.ref(t)}`,
}
