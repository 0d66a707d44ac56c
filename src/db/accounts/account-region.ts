import { type Concept, column, table, textKey } from '../concept.ts'
import { relate } from '../relation.ts'

/** Regions that are enabled in an account. */
export const accountRegion: Concept = {
  name: 'AccountRegion',
  from: table('amigraph.account_regions'),
  fields: { region: column('region'), optInStatus: column('opt_in_status') },
  always: ['region'],
  filters: {},
  orders: { REGION: [textKey('region')] },
  defaultOrder: { field: 'REGION', direction: 'ASC' },
}

export const regionsOfAccount = relate('regions of account', accountRegion, { account_id: 'accountId' })
