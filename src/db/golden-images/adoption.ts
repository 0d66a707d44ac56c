import { sql } from 'kysely'
import { type Concept, column, type Field, type Relation, textKey } from '../concept.ts'
import type { Sql } from '../statement.ts'

const counted = (is: Sql): Sql => sql`(count(*) filter (where ${is}))::integer`

/** (R19) How many instances run on the current release of a family, on older ones, or on no golden image at all. */
const adoptionBy = (
  name: string,
  group: string,
  { id, key, value = sql.ref(`n.${key}`), within = sql`` }: Group,
): Relation => {
  const by: Concept = {
    name,
    from: t => sql`(select null::text as ${sql.ref(key)}) as ${sql.ref(t)}`,
    fields: {
      [id]: column(key),
      onCurrent: column('on_current'),
      onOlder: column('on_older'),
      notGolden: column('not_golden'),
    },
    always: [id],
    filters: {},
    orders: { [group]: [textKey(key)] },
    defaultOrder: { field: group, direction: 'ASC' },
  }
  return {
    name,
    to: by,
    parentKey: ['origin', 'family'],
    from: (t, parent) => sql`(
      select ${value} as ${sql.ref(key)}, ${counted(sql`of_family.is_current`)} as on_current,
        ${counted(sql`not of_family.is_current`)} as on_older,
        ${counted(sql`not exists (
          select from amigraph.golden_images g where g.region = n.region and g.image_id = n.image_id)`)} as not_golden
      from amigraph.instances n
      left join amigraph.golden_instances of_family
        on of_family.account_id = n.account_id and of_family.region = n.region and of_family.instance_id = n.instance_id
          and of_family.origin = ${sql.ref(`${parent}.origin`)} and of_family.family = ${sql.ref(`${parent}.family`)}
      ${within}
      where n.state <> 'TERMINATED'
      group by ${value}
    ) as ${sql.ref(t)}`,
    on: () => sql`true`,
  }
}

/** By what instances are counted: its name in the API and as a column, and where it comes from if not from instances. */
type Group = { readonly id: string; readonly key: string; readonly value?: Sql; readonly within?: Sql }

/** What every row of an account's adoption has. */
export type AccountAdoptionRow = { readonly accountId: string }

/** What every row of a unit's adoption has. */
export type OrganizationalUnitAdoptionRow = { readonly organizationalUnitId: string }

export const adoptionByAccount = adoptionBy('AccountAdoption', 'ACCOUNT_ID', { id: 'accountId', key: 'account_id' })
export const adoptionByOrganizationalUnit = adoptionBy('OrganizationalUnitAdoption', 'ORGANIZATIONAL_UNIT_ID', {
  id: 'organizationalUnitId',
  key: 'organizational_unit_id',
  value: sql`u.organizational_unit_id`,
  within: sql`join amigraph.accounts a on a.account_id = n.account_id
      join amigraph.organizational_units u on u.organizational_unit_id = any(a.ancestor_ids)`,
})
export const adoptionByRegion = adoptionBy('RegionAdoption', 'REGION', { id: 'region', key: 'region' })

const total =
  (is: Sql): Field =>
  t =>
    sql`(
    select count(*) filter (where ${is})::integer from amigraph.golden_instances g
    where g.origin = ${column('origin')(t)} and g.family = ${column('family')(t)})`

/** The same over all accounts: one row a family. */
export const adoptionOfFamily: Relation = {
  name: 'adoption of golden image',
  to: {
    name: 'Adoption',
    from: t => sql`(select null::text as origin, null::text as family) as ${sql.ref(t)}`,
    fields: {
      origin: column('origin'),
      family: column('family'),
      onCurrent: total(sql`g.is_current`),
      onOlder: total(sql`not g.is_current`),
    },
    always: ['origin', 'family'],
    filters: {},
    orders: { FAMILY: [textKey('family')] },
    defaultOrder: { field: 'FAMILY', direction: 'ASC' },
  },
  parentKey: ['origin', 'family'],
  from: (t, parent) =>
    sql`(select ${sql.ref(`${parent}.origin`)} as origin, ${sql.ref(`${parent}.family`)} as family) as ${sql.ref(t)}`,
  on: () => sql`true`,
}
