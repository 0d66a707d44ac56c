import { type AskedRow, type Concept, column, type OrderKey, table, textKey, timeKey } from '../concept.ts'
import { observedAt } from '../coverage/observed-at.ts'
import { oneOf, text, timeRange } from '../filter.ts'
import { relate } from '../relation.ts'

const unique: OrderKey[] = ['image_id', 'region', 'account_id'].map(textKey)

/** (R5) Deregistered images that their owners can still restore. */
export const recycleBinImage: Concept = {
  name: 'RecycleBinImage',
  from: table('amigraph.recycle_bin_images'),
  fields: {
    accountId: column('account_id'),
    region: column('region'),
    imageId: column('image_id'),
    name: column('name'),
    description: column('description'),
    enterTime: column('enter_time'),
    exitTime: column('exit_time'),
    observedAt: observedAt('RECYCLE_BIN'),
  },
  always: ['accountId', 'region', 'imageId'],
  filters: {
    account: oneOf(column('account_id')),
    region: oneOf(column('region')),
    imageId: oneOf(column('image_id')),
    name: text(column('name')),
    exitTime: timeRange(column('exit_time')),
  },
  orders: { EXIT_TIME: [timeKey('exit_time', 'infinity'), ...unique] },
  defaultOrder: { field: 'EXIT_TIME', direction: 'ASC' },
}

/** What every row of a recycled image has. */
export type RecycleBinImageRow = AskedRow & {
  readonly accountId: string
  readonly region: string
  readonly imageId: string
}

/** An image, as its owner's Recycle Bin has it; what only instances still tell of it may leave its owner out. */
export const recycleBinOfImage = relate('recycle bin of image', recycleBinImage, {
  region: 'region',
  image_id: 'imageId',
})
