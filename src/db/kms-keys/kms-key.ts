import { type Concept, column, table, textKey } from '../concept.ts'
import { relate } from '../relation.ts'

/** (R9) The keys that encrypt shared images, as their own accounts can read them. */
export const kmsKey: Concept = {
  name: 'KmsKey',
  from: table('amigraph.kms_keys'),
  fields: {
    arn: column('arn'),
    accountId: column('account_id'),
    region: column('region'),
    manager: column('manager'),
    state: column('state'),
    multiRegion: column('multi_region'),
    policy: column('policy'),
  },
  always: ['arn', 'accountId'],
  filters: {},
  orders: { ARN: [textKey('arn')] },
  defaultOrder: { field: 'ARN', direction: 'ASC' },
}

/** What every row of a key has. */
export type KmsKeyRow = { readonly arn: string; readonly accountId: string }

/** The key that a row of a snapshot or block device names. */
export const kmsKeyNamed = relate('KMS key', kmsKey, { arn: 'kmsKeyArn' })
