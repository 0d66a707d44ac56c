import { sql } from 'kysely'
import { type Concept, column, nameKey, type OrderKey, textKey, timeKey } from '../concept.ts'
import { oneOf, text } from '../filter.ts'
import { listReadAt } from '../launch-permissions/launch-permissions-read.ts'
import { permissionStatus } from '../launch-permissions/status.ts'

/** Where a grantee that is not ACTIVE, or everybody, stands; null for one that is within the organization. */
const kindOf = sql`case
  when target.kind = 'PUBLIC' then 'PUBLIC'
  when ${permissionStatus('target')} = 'OUTSIDE_ORGANIZATION' then 'OUTSIDE_' || target.kind
  when ${permissionStatus('target')} <> 'ACTIVE' then 'DANGLING' end`

const unique: OrderKey[] = [textKey('image_id'), textKey('region'), textKey('kind'), nameKey('grantee')]

/**
 * (R12) Launch permissions that lead outside the organization, or to nobody. Found among the grantees, each once, so that
 * the cost grows with what is exposed and with the grantees, not with all permissions. What is public although its list
 * was never read is told by the image itself.
 */
export const exposure: Concept = {
  name: 'Exposure',
  from: t => sql`(
    select p.region, p.image_id, exposed.kind, p.grantee, p.owner_account_id, p.first_seen_at
    from (
      select target.kind as permission_kind, target.grantee, target.target_id, ${kindOf} as kind
      from amigraph.launch_permission_targets target
    ) exposed
    join amigraph.launch_permissions p
      on p.target_id = exposed.target_id and p.kind = exposed.permission_kind and p.grantee = exposed.grantee
    where exposed.kind is not null
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
