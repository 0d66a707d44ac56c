import { sql } from 'kysely'
import { type AskedRow, type Concept, column, type Relation, textKey } from '../concept.ts'
import { money, moneyParts } from '../costs/money.ts'
import { within } from '../costs/months.ts'
import { deregistration } from '../deregistration/deregistration.ts'
import { oneOf } from '../filter.ts'
import type { Sql } from '../statement.ts'

/**
 * Charges for storing snapshots that one image alone uses, of the image's owner: rows of (region, image_id, snapshot_id,
 * month, currency, amount).
 */
const billedSnapshots = (months: Sql): Sql => sql`
  select i.region, i.image_id, i.owner_account_id, l.resource_id as snapshot_id, l.month, l.currency, l.gross as amount
  from amigraph.counted_bill_lines l
  join (select distinct region, image_id, snapshot_id from amigraph.image_block_devices) d on d.snapshot_id = l.resource_id
  join amigraph.images i on i.region = d.region and i.image_id = d.image_id and i.owner_account_id = l.account_id
  where l.product_code = 'AmazonEC2' and l.charge = 'USAGE' and l.usage_type ~ 'EBS:Snapshot' and ${months}
    and not exists (
      select from amigraph.image_block_devices other
      where other.snapshot_id = d.snapshot_id and (other.region, other.image_id) <> (d.region, d.image_id))`

const saving: Concept = {
  name: 'DeregistrationSaving',
  from: () => sql`amigraph.images`,
  fields: {
    region: column('region'),
    imageId: column('image_id'),
    ownerAccountId: column('owner_account_id'),
    snapshotStorageCost: money('amount'),
    snapshotIds: column('snapshot_ids'),
    months: column('months'),
  },
  always: ['region', 'imageId', 'ownerAccountId'],
  filters: {
    owner: oneOf(column('owner_account_id')),
    region: oneOf(column('region')),
    imageId: oneOf(column('image_id')),
  },
  orders: {
    SNAPSHOT_STORAGE_COST: [
      { type: 'numeric', value: column('amount') },
      ...['region', 'image_id', 'currency'].map(textKey),
    ],
    IMAGE_ID: ['region', 'image_id', 'currency'].map(textKey),
  },
  defaultOrder: { field: 'SNAPSHOT_STORAGE_COST', direction: 'DESC' },
}

export const deregistrationSavingFields = saving.fields

/** What every row of a saving has. */
export type DeregistrationSavingRow = AskedRow & {
  readonly region: string
  readonly imageId: string
  readonly ownerAccountId: string
}

/** Images that are safe to deregister, with what their storage was billed in some months. */
export const deregistrationSavings: Relation = {
  name: 'deregistration savings',
  to: saving,
  parentKey: [],
  // Whether an image is safe is looked at once an image, after its charges are added up.
  from: (t, _parent, months) => sql`(
    select billed.* from (
      select b.region, b.image_id, b.owner_account_id, b.currency, sum(b.amount) as amount,
        array_agg(distinct b.snapshot_id order by b.snapshot_id) as snapshot_ids,
        array_agg(distinct to_char(b.month, 'YYYY-MM') order by to_char(b.month, 'YYYY-MM')) as months
      from (${billedSnapshots(within(sql`l.month`, months))}) b
      group by b.region, b.image_id, b.owner_account_id, b.currency
    ) billed
    join amigraph.images safe on safe.region = billed.region and safe.image_id = billed.image_id
    where safe.state <> 'DEREGISTERED' and ${deregistration.fields['verdict']?.('safe')} = 'SAFE'
  ) as ${sql.ref(t)}`,
  on: () => sql`true`,
}

const storageCost: Concept = {
  name: 'Money',
  from: () => sql`amigraph.images`,
  fields: moneyParts('amount'),
  always: ['amount', 'currency'],
  filters: {},
  orders: { CURRENCY: [textKey('currency')] },
  defaultOrder: { field: 'CURRENCY', direction: 'ASC' },
}

/** What an image's own snapshots were billed in some months; of no currency where it is of several. */
export const snapshotStorageCostOfImage: Relation = {
  name: 'snapshot storage cost of image',
  to: storageCost,
  parentKey: ['region', 'imageId'],
  from: (t, parent, months) => sql`(
    select sum(b.amount) as amount, min(b.currency) as currency
    from (${billedSnapshots(sql`${within(sql`l.month`, months)}
      and (d.region, d.image_id) = (${sql.ref(`${parent}.region`)}, ${sql.ref(`${parent}.imageId`)})`)}) b
    having count(distinct b.currency) = 1) as ${sql.ref(t)}`,
  on: () => sql`true`,
}
