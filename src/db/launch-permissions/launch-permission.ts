import { sql } from 'kysely'
import { type Concept, column, nameKey, type OrderKey, table } from '../concept.ts'
import { relate } from '../relation.ts'
import { permissionStatus } from './status.ts'

/** The order in which kinds of permission are listed. */
export const permissionKinds = ['OWNER', 'ACCOUNT', 'ORGANIZATIONAL_UNIT', 'ORGANIZATION', 'PUBLIC', 'OBSERVED']

const kindKey: OrderKey = {
  type: 'integer',
  value: t => sql`array_position(array[${sql.join(permissionKinds.map(kind => sql.lit(kind)))}], ${column('kind')(t)})`,
}

/** The entries of an image's launch permission list (R6), by kind and grantee. */
export const launchPermission: Concept = {
  name: 'LaunchPermission',
  from: table('amigraph.launch_permissions'),
  fields: {
    kind: column('kind'),
    grantee: column('grantee'),
    targetId: column('target_id'),
    status: permissionStatus,
    firstSeenAt: column('first_seen_at'),
  },
  always: ['kind', 'targetId'],
  filters: {},
  orders: { KIND: [kindKey, nameKey('grantee')] },
  defaultOrder: { field: 'KIND', direction: 'ASC' },
}

/** What every row of a launch permission has. */
export type LaunchPermissionRow = { readonly kind: string; readonly targetId: string }

export const permissionsOfImage = relate('permissions of image', launchPermission, {
  region: 'region',
  image_id: 'imageId',
})
