import { sql } from 'kysely'
import { type Concept, column, table, textKey } from '../concept.ts'
import { relate } from '../relation.ts'

/** Grants of keys. */
export const kmsGrant: Concept = {
  name: 'KmsGrant',
  from: table('amigraph.kms_grants'),
  fields: {
    grantId: column('grant_id'),
    name: column('name'),
    granteePrincipal: column('grantee_principal'),
    retiringPrincipal: column('retiring_principal'),
    issuingAccount: column('issuing_account'),
    operations: t => sql`to_json(${column('operations')(t)})`,
    constraints: t => sql`${column('constraints')(t)}::text`,
    creationDate: column('creation_date'),
  },
  always: ['grantId'],
  filters: {},
  orders: { GRANT_ID: [textKey('grant_id')] },
  defaultOrder: { field: 'GRANT_ID', direction: 'ASC' },
}

/** What every row of a grant has. */
export type KmsGrantRow = { readonly grantId: string }

export const grantsOfKey = relate('grants of KMS key', kmsGrant, { key_arn: 'arn' })
