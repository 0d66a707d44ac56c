import { sql } from 'kysely'
import { type Concept, column, nameKey, type OrderKey, textKey, timeKey } from '../concept.ts'
import { atLeast, oneOf, text, timeRange } from '../filter.ts'

const unique: OrderKey[] = [
  ...['instance_id', 'account_id', 'region'].map(textKey),
  nameKey('family'),
  textKey('origin'),
]

/**
 * (R19) Instances on a release of a golden family that later ones have followed, each with how many and since when. Costs
 * grow with the golden images and the instances on them. Releases without an available image are none that one could move to,
 * and do not count.
 */
export const goldenDrift: Concept = {
  name: 'GoldenDrift',
  from: t => sql`(
    with release as materialized (
      select r.origin, r.family, r.version, coalesce(r.created_at, '-infinity') as since, r.age
      from amigraph.golden_releases r
    ), older as materialized (
      select g.origin, g.family, g.version, g.region, g.image_id, count(*)::integer as releases_behind,
        nullif(min(later.since), '-infinity') as behind_since,
        max(later.version) filter (where later.age = 1) as current_version
      from amigraph.golden_images g
      join release later on later.origin = g.origin and later.family = g.family
        and later.since > coalesce(g.created_at, '-infinity')
      group by g.origin, g.family, g.version, g.region, g.image_id
    )
    select n.account_id, n.region, n.instance_id, o.origin, o.family, o.version, o.releases_behind, o.behind_since,
      o.current_version, floor(extract(epoch from now() - o.behind_since) / 86400)::integer as days_behind
    from older o
    join amigraph.instances n on n.region = o.region and n.image_id = o.image_id and n.state <> 'TERMINATED'
  ) as ${sql.ref(t)}`,
  fields: {
    accountId: column('account_id'),
    region: column('region'),
    instanceId: column('instance_id'),
    origin: column('origin'),
    family: column('family'),
    version: column('version'),
    currentVersion: column('current_version'),
    releasesBehind: column('releases_behind'),
    behindSince: column('behind_since'),
    daysBehind: column('days_behind'),
  },
  always: ['accountId', 'region', 'instanceId', 'origin', 'family'],
  filters: {
    family: text(column('family')),
    origin: oneOf(column('origin')),
    account: oneOf(column('account_id')),
    region: oneOf(column('region')),
    releasesBehind: atLeast(column('releases_behind')),
    daysBehind: atLeast(column('days_behind')),
    behindSince: timeRange(column('behind_since')),
  },
  orders: {
    BEHIND_SINCE: [timeKey('behind_since', '-infinity'), ...unique],
    RELEASES_BEHIND: [{ type: 'integer', value: column('releases_behind') }, ...unique],
  },
  defaultOrder: { field: 'BEHIND_SINCE', direction: 'ASC' },
}

/** What every row of a drift has. */
export type GoldenDriftRow = {
  readonly accountId: string
  readonly region: string
  readonly instanceId: string
  readonly origin: string
  readonly family: string
}
