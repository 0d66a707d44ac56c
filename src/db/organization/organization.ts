import { type Concept, column, nodeId, table, textKey } from '../concept.ts'
import { relate } from '../relation.ts'

/** The AWS Organization; at most one row. */
export const organization: Concept = {
  name: 'Organization',
  from: table('amigraph.organizations'),
  fields: {
    id: nodeId('Organization', 'organization_id'),
    organizationId: column('organization_id'),
    arn: column('arn'),
    featureSet: column('feature_set'),
    managementAccountId: column('management_account_id'),
  },
  always: ['organizationId', 'managementAccountId'],
  filters: {},
  orders: { ORGANIZATION_ID: [textKey('organization_id')] },
  defaultOrder: { field: 'ORGANIZATION_ID', direction: 'ASC' },
}

/** What every row of an organization has. */
export type OrganizationRow = { readonly organizationId: string; readonly managementAccountId: string }

/** One organization. */
export const organizationByKey = relate('organization', organization, { organization_id: 'organizationId' })
