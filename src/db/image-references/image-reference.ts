import { type AskedRow, type Concept, column, type OrderKey, table, textKey } from '../concept.ts'
import { observedAt } from '../coverage/observed-at.ts'
import { oneOf } from '../filter.ts'
import { relate } from '../relation.ts'

const unique: OrderKey[] = ['account_id', 'region', 'image_id', 'kind', 'arn'].map(textKey)

/** Resources of accounts that name an image. */
export const imageReference: Concept = {
  name: 'ImageReference',
  from: table('amigraph.image_references'),
  fields: {
    accountId: column('account_id'),
    region: column('region'),
    imageId: column('image_id'),
    kind: column('kind'),
    arn: column('arn'),
    observedAt: observedAt('IMAGE_REFERENCES'),
  },
  always: ['accountId', 'region', 'imageId'],
  filters: {
    account: oneOf(column('account_id')),
    region: oneOf(column('region')),
    imageId: oneOf(column('image_id')),
    kind: oneOf(column('kind')),
  },
  orders: { REFERENCE: unique },
  defaultOrder: { field: 'REFERENCE', direction: 'ASC' },
}

/** What every row of a reference has. */
export type ImageReferenceRow = AskedRow & {
  readonly accountId: string
  readonly region: string
  readonly imageId: string
}

/** The references to an image. */
export const referencesOfImage = relate('references of image', imageReference, {
  region: 'region',
  image_id: 'imageId',
})
