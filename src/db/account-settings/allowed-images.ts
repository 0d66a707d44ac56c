import { type Concept, column, table, textKey } from '../concept.ts'
import { observedAt } from '../coverage/observed-at.ts'
import { relate } from '../relation.ts'

/** (R13) Which images of others an account lets itself use in a Region. */
export const allowedImages: Concept = {
  name: 'AllowedImagesSettings',
  from: table('amigraph.allowed_images_settings'),
  fields: {
    state: column('state'),
    managedBy: column('managed_by'),
    criteria: column('criteria'),
    observedAt: observedAt('ALLOWED_IMAGES'),
  },
  always: ['state'],
  filters: {},
  orders: { REGION: [textKey('account_id'), textKey('region')] },
  defaultOrder: { field: 'REGION', direction: 'ASC' },
}

/** What every row of these settings has. */
export type AllowedImagesRow = { readonly state: string }

export const allowedImagesOfAccountRegion = relate('allowed images of account Region', allowedImages, {
  account_id: 'accountId',
  region: 'region',
})
