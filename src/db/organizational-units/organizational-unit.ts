import { sql } from 'kysely'
import { type Concept, column, nameKey, nodeId, type Relation, table, textKey } from '../concept.ts'
import { oneOf, text } from '../filter.ts'
import { relate } from '../relation.ts'

/** The root and the organizational units below it. */
export const organizationalUnit: Concept = {
  name: 'OrganizationalUnit',
  from: table('amigraph.organizational_units'),
  fields: {
    id: nodeId('OrganizationalUnit', 'organizational_unit_id'),
    organizationalUnitId: column('organizational_unit_id'),
    parentId: column('parent_id'),
    arn: column('arn'),
    name: column('name'),
    path: column('path'),
    isRoot: t => sql`${column('parent_id')(t)} is null`,
  },
  always: ['organizationalUnitId', 'parentId'],
  filters: {
    organizationalUnitId: oneOf(column('organizational_unit_id')),
    name: text(column('name')),
    path: text(column('path')),
  },
  orders: {
    PATH: [nameKey('path'), textKey('organizational_unit_id')],
    ORGANIZATIONAL_UNIT_ID: [textKey('organizational_unit_id')],
  },
  defaultOrder: { field: 'PATH', direction: 'ASC' },
}

/** What every row of a unit has. */
export type OrganizationalUnitRow = { readonly organizationalUnitId: string; readonly parentId: string | null }

/** One unit, or the root. */
export const organizationalUnitByKey = relate('organizational unit', organizationalUnit, {
  organizational_unit_id: 'organizationalUnitId',
})

/** The units directly below one. */
export const childrenOfUnit = relate('children of unit', organizationalUnit, { parent_id: 'organizationalUnitId' })

/** The top of an organization's tree. */
export const rootOfOrganization: Relation = {
  ...relate('root of organization', organizationalUnit, { organization_id: 'organizationId' }),
  on: (t, parent) => sql`${sql.ref(`${t}.organization_id`)} = ${sql.ref(`${parent}.organizationId`)}
    and ${sql.ref(`${t}.parent_id`)} is null`,
}
