import { type Concept, column, table, textKey } from '../concept.ts'
import { relate } from '../relation.ts'

/** Regions that are enabled in an account. */
export const accountRegion: Concept = {
  name: 'AccountRegion',
  from: table('amigraph.account_regions'),
  fields: { accountId: column('account_id'), region: column('region'), optInStatus: column('opt_in_status') },
  always: ['accountId', 'region'],
  filters: {},
  orders: { REGION: [textKey('region')] },
  defaultOrder: { field: 'REGION', direction: 'ASC' },
}

/** What every row of an account's Region has. */
export type AccountRegionRow = {
  readonly accountId: string
  readonly region: string
  /** Set where it is wanted as it was at a moment */
  readonly asOf?: string
}

export const regionsOfAccount = relate('regions of account', accountRegion, { account_id: 'accountId' })
