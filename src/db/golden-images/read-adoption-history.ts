import { sql } from 'kysely'
import type { AdoptionFact, Breakdown } from '../../domain/adoption-history.ts'
import type { Read, Sql } from '../statement.ts'

export type AdoptionQuestion = {
  /** In order, each once */
  readonly moments: readonly string[]
  /** Null: all */
  readonly families: readonly string[] | null
  readonly accounts: readonly string[] | null
  readonly regions: readonly string[] | null
  readonly breakdowns: readonly Breakdown[]
}

/**
 * What decides how golden images were adopted at each moment (R19), the families as they are configured now. Cost grows
 * with the instances that there are and the versions of those that there were, once for all moments; with what is
 * counted apart at each.
 */
export const readAdoptionHistory = async (read: Read, question: AdoptionQuestion): Promise<AdoptionFact[]> =>
  (await read<{ fact: AdoptionFact }>(adoptionHistoryStatement(question))).map(({ fact }) => fact)

/** The statement of `readAdoptionHistory`. */
export const adoptionHistoryStatement = (question: AdoptionQuestion): Sql => {
  const moments = sql`${question.moments}::timestamptz[]`
  return sql`
  with moment as materialized (
    select m.n, m.at from unnest(${moments}) with ordinality as m (at, n)
  ), forgotten as materialized (
    select m.n from moment m
    where m.at < (select begins_at from amigraph.memory)
      or m.at < coalesce((select max(c.first_success_at) from amigraph.coverage c where c.kind = 'ORGANIZATION'), 'infinity')
  ), golden as materialized (
    select * from amigraph.golden_images_then(${moments})
  ), ${runs(question, moments)}, golden_run as materialized (
    select r.* from run r where (r.region, r.image_id) in (select g.region, g.image_id from golden g)
  ), not_read as materialized (
    select * from amigraph.golden_unread(${moments})
  ), adopted as (
    select g.n, r.account_id, r.region, g.origin, g.family,
      coalesce(sum(r.instances) filter (where g.is_current), 0) as on_current,
      coalesce(sum(r.instances) filter (where not g.is_current), 0) as on_older
    from golden_run r
    join golden g on g.region = r.region and g.image_id = r.image_id and g.n > r.after and g.n <= r.last
    where ${isRead('g', 'r')} and ${isNullOrAmong(question.families, 'g.family')}
    group by g.n, r.account_id, r.region, g.origin, g.family
  ), on_any as (
    select g.n, r.account_id, r.region, sum(r.instances) as instances
    from golden_run r
    join (select distinct n, region, image_id from golden) g
      on g.region = r.region and g.image_id = r.image_id and g.n > r.after and g.n <= r.last
    group by g.n, r.account_id, r.region
  ), running as materialized (
    select m.n, r.account_id, r.region, sum(r.instances) as instances
    from (
      select account_id, region, after, last, sum(instances) as instances from run group by account_id, region, after, last
    ) r
    join moment m on m.n > r.after and m.n <= r.last
    group by m.n, r.account_id, r.region
  ), rest as (
    select r.n, r.account_id, r.region, r.instances - coalesce(a.instances, 0) as not_golden
    from running r left join on_any a using (n, account_id, region)
    where ${isRead('r', 'r')}
  ), unknown as (
    ${unread(question)}
    union
    select r.n, r.account_id, r.region from running r where not ${isRead('r', 'r')}
  ), unit as (${question.breakdowns.includes('UNIT') ? unitsThen : noUnits})
  select json_build_object('what', 'FAMILY', 'origin', f.origin, 'family', f.family) as fact
  from (
    select g.origin, g.family from golden g
    union select g.origin, g.family from amigraph.golden_images g where not g.is_copy
  ) f where ${isNullOrAmong(question.families, 'f.family')}
  union all
  select json_build_object('what', 'FORGOTTEN', 'n', n) from forgotten
  ${sql.join(question.breakdowns.map(factsOf), sql``)}`
}

const isNullOrAmong = (values: readonly string[] | null, name: string): Sql =>
  values === null ? sql`true` : sql`${sql.ref(name)} = any(${values}::text[])`

const isInScope = ({ accounts, regions }: AdoptionQuestion, alias: string): Sql =>
  sql`${isNullOrAmong(accounts, `${alias}.account_id`)} and ${isNullOrAmong(regions, `${alias}.region`)}`

/** Whether the golden images of that Region were known at the moment. */
const isRead = (moment: string, place: string): Sql => sql`not exists (
  select from not_read u where u.n = ${sql.ref(`${moment}.n`)} and u.region = ${sql.ref(`${place}.region`)})`

/** Instances by what they ran on, after the moment numbered `after` and up to that numbered `last`. */
const runs = (question: AdoptionQuestion, moments: Sql): Sql => {
  // How many moments lie before a time: PostgreSQL counts those up to one, and times by the microsecond.
  const before = (time: Sql) => sql`width_bucket(${time} - interval '1 microsecond', ${moments})`
  return sql`run as materialized (
    select account_id, region, image_id, after, last, count(*) as instances
    from (
      select n.account_id, n.region, n.image_id, ${before(sql`n.valid_from`)} as after, cardinality(${moments}) as last
      from amigraph.instances n
      where n.state <> 'TERMINATED' and ${isInScope(question, 'n')}
      union all
      select v.account_id, v.region, v.was ->> 'image_id', ${before(sql`v.valid_from`)}, ${before(sql`v.valid_to`)}
      from amigraph.versions v
      where v.fact = 'instances' and v.was ->> 'state' <> 'TERMINATED' and v.valid_from < v.valid_to
        and v.valid_to > (select min(at) from moment) and v.valid_from <= (select max(at) from moment)
        and ${isInScope(question, 'v')}
    ) span
    where after < last
    group by account_id, region, image_id, after, last
  )`
}

/** Whose instances had not been read yet, where it was a member with that Region; all Regions where these had not. */
const unread = (question: AdoptionQuestion): Sql => sql`
  select m.n, c.account_id, case when c.kind = 'INSTANCES' then c.region end as region
  from moment m
  join amigraph.coverage c on c.kind in ('INSTANCES', 'REGIONS') and c.status <> 'NOT_APPLICABLE'
    and (c.first_success_at is null or c.first_success_at > m.at)
    and ${isNullOrAmong(question.accounts, 'c.account_id')}
    and (c.kind = 'REGIONS' or ${isNullOrAmong(question.regions, 'c.region')})
  where exists (select from amigraph.members_ever e
      where e.account_id = c.account_id and e.valid_from <= m.at and e.valid_to > m.at)
    and (c.kind = 'REGIONS'
      or exists (select from amigraph.account_regions r
        where r.account_id = c.account_id and r.region = c.region and r.valid_from <= m.at)
      or exists (select from amigraph.versions v
        where v.fact = 'account_regions' and v.account_id = c.account_id and v.was ->> 'region' = c.region
          and v.valid_from <= m.at and v.valid_to > m.at))`

/** The units, the root included, above each account then. */
const unitsThen = sql`
  select m.n, a.account_id, above.unit
  from moment m
  join (
    select account_id, ancestor_ids, valid_from, 'infinity'::timestamptz as valid_to from amigraph.accounts
    union all
    select v.account_id, array(select jsonb_array_elements_text(v.was -> 'ancestor_ids')), v.valid_from, v.valid_to
    from amigraph.versions v where v.fact = 'accounts' and v.was is not null
  ) a on a.valid_from <= m.at and a.valid_to > m.at
  cross join lateral unnest(a.ancestor_ids) as above (unit)`

const noUnits = sql`select null::bigint as n, null::text as account_id, null::text as unit where false`

const keys: Readonly<Record<Breakdown, Sql>> = {
  ALL: sql`null::text`,
  ACCOUNT: sql`of.account_id`,
  REGION: sql`of.region`,
  UNIT: sql`unit.unit`,
}

const factsOf = (breakdown: Breakdown): Sql => {
  const key = keys[breakdown]
  const within = breakdown === 'UNIT' ? sql`join unit on unit.n = of.n and unit.account_id = of.account_id` : sql``
  const told = sql`'n', of.n, 'breakdown', ${sql.lit(breakdown)}::text, 'key', ${key}`
  return sql`
  union all
  select json_build_object('what', 'ADOPTED', ${told}, 'origin', of.origin, 'family', of.family,
    'onCurrent', sum(of.on_current)::integer, 'onOlder', sum(of.on_older)::integer)
  from adopted of ${within} group by of.n, ${key}, of.origin, of.family
  union all
  select json_build_object('what', 'REST', ${told}, 'notGolden', sum(of.not_golden)::integer)
  from rest of ${within} group by of.n, ${key}
  union all
  select json_build_object('what', 'UNKNOWN', ${told}) from unknown of ${within} group by of.n, ${key}`
}
