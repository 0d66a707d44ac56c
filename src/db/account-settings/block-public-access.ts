import { sql } from 'kysely'
import { type Concept, column, type Field, type Relation, table, textKey } from '../concept.ts'
import { observedAt } from '../coverage/observed-at.ts'
import { relate } from '../relation.ts'

const ofImages = observedAt('IMAGE_BLOCK_PUBLIC_ACCESS')
const ofSnapshots = observedAt('SNAPSHOT_BLOCK_PUBLIC_ACCESS')
const readAt: Field = t =>
  sql`case ${column('resource')(t)} when 'IMAGE' then ${ofImages(t)} else ${ofSnapshots(t)} end`

/** (R8) Whether something of an account can become public in a Region. */
export const blockPublicAccess: Concept = {
  name: 'BlockPublicAccess',
  from: table('amigraph.block_public_access'),
  fields: { state: column('state'), managedBy: column('managed_by'), observedAt: readAt },
  always: ['state'],
  filters: {},
  orders: { REGION: [textKey('account_id'), textKey('region'), textKey('resource')] },
  defaultOrder: { field: 'REGION', direction: 'ASC' },
}

/** What every row of this setting has. */
export type BlockPublicAccessRow = { readonly state: string }

const ofAccountRegion = (resource: 'IMAGE' | 'SNAPSHOT'): Relation => {
  const settings = relate(`block public access to ${resource} of account Region`, blockPublicAccess, {
    account_id: 'accountId',
    region: 'region',
  })
  return {
    ...settings,
    on: (t, parent) => sql`${settings.on(t, parent, {})} and ${column('resource')(t)} = ${sql.lit(resource)}`,
  }
}

export const imageBlockPublicAccessOfAccountRegion = ofAccountRegion('IMAGE')

export const snapshotBlockPublicAccessOfAccountRegion = ofAccountRegion('SNAPSHOT')
