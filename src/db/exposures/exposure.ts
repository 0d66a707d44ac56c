import { sql } from 'kysely'
import { type Concept, column, nameKey, type OrderKey, textKey, timeKey } from '../concept.ts'
import { oneOf, text } from '../filter.ts'
import { listReadAt } from '../launch-permissions/launch-permissions-read.ts'
import { permissionStatus } from '../launch-permissions/status.ts'

/** Where a grant leads whose grantee is not ACTIVE, or everybody. */
const kindOf = sql`case
  when target.permission_kind = 'PUBLIC' then 'PUBLIC'
  when target.status = 'OUTSIDE_ORGANIZATION' then 'OUTSIDE_' || target.permission_kind
  else 'DANGLING' end`

const unique: OrderKey[] = [textKey('image_id'), textKey('region'), textKey('kind'), nameKey('grantee')]

/**
 * (R12) Launch permissions that lead outside the organization, or to nobody. Found among the grantees, each once, so that
 * the cost grows with what is exposed and with the grantees, not with all permissions. What is public although its list
 * was never read is told by the image itself.
 */
export const exposure: Concept = {
  name: 'Exposure',
  from: t => sql`(
    select p.region, p.image_id, ${kindOf} as kind, p.grantee, p.owner_account_id, p.first_seen_at
    from (
      -- Each status is looked up once; OFFSET keeps the planner from doing it wherever the status stands.
      select t.kind as permission_kind, t.grantee, t.target_id, ${permissionStatus('t')} as status
      from amigraph.launch_permission_targets t
      offset 0
    ) target
    cross join lateral (
      -- By the grantee's index, and not by going through all permissions: few grantees are exposed.
      select p.region, p.image_id, p.grantee, p.owner_account_id, p.first_seen_at
      from amigraph.launch_permissions p
      where p.target_id = target.target_id and p.kind = target.permission_kind and p.grantee = target.grantee
      offset 0
    ) p
    where target.permission_kind = 'PUBLIC' or target.status <> 'ACTIVE'
    union all
    select i.region, i.image_id, 'PUBLIC', 'all', i.owner_account_id, i.first_seen_at
    from amigraph.images i
    where i.is_public and i.evidence = 'OWNER' and not exists (
      select from amigraph.launch_permissions p
      where p.region = i.region and p.image_id = i.image_id and p.kind = 'PUBLIC')
  ) as ${sql.ref(t)}`,
  fields: {
    kind: column('kind'),
    grantee: column('grantee'),
    region: column('region'),
    imageId: column('image_id'),
    firstSeenAt: column('first_seen_at'),
    observedAt: listReadAt,
  },
  always: ['region', 'imageId'],
  filters: {
    kind: oneOf(column('kind')),
    grantee: text(column('grantee')),
    owner: oneOf(column('owner_account_id')),
    region: oneOf(column('region')),
  },
  orders: { IMAGE_ID: unique, FIRST_SEEN: [timeKey('first_seen_at', '-infinity'), ...unique] },
  defaultOrder: { field: 'IMAGE_ID', direction: 'ASC' },
}

/** What every row of an exposure has. */
export type ExposureRow = { readonly region: string; readonly imageId: string }
