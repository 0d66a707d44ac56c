import { sql } from 'kysely'
import {
  type AskedRow,
  type Concept,
  column,
  type Field,
  nodeId,
  type OrderKey,
  table,
  textKey,
  timeKey,
} from '../concept.ts'
import { observedAt } from '../coverage/observed-at.ts'
import { flag, oneOf, timeRange } from '../filter.ts'
import { relate } from '../relation.ts'

const unique: OrderKey[] = [textKey('snapshot_id'), textKey('region')]

const usedByImage: Field = t => sql`exists (
  select from amigraph.image_block_devices device
  where device.region = ${column('region')(t)} and device.snapshot_id = ${column('snapshot_id')(t)})`

/** EBS snapshots that member accounts own. */
export const snapshot: Concept = {
  name: 'Snapshot',
  from: table('amigraph.snapshots'),
  fields: {
    id: nodeId('Snapshot', 'region', 'snapshot_id'),
    region: column('region'),
    snapshotId: column('snapshot_id'),
    ownerAccountId: column('owner_account_id'),
    volumeId: column('volume_id'),
    volumeSizeGiB: column('volume_size_gib'),
    encrypted: column('encrypted'),
    kmsKeyId: column('kms_key_id'),
    // Not a field of the API: the key under its own name, whatever the snapshot calls it.
    kmsKeyArn: t =>
      sql`amigraph.key_of(${column('kms_key_id')(t)}, ${column('region')(t)}, ${column('owner_account_id')(t)})`,
    state: column('state'),
    storageTier: column('storage_tier'),
    startTime: column('start_time'),
    description: column('description'),
    observedAt: observedAt('SNAPSHOTS', 'owner_account_id'),
  },
  always: ['region', 'snapshotId', 'ownerAccountId', 'kmsKeyArn'],
  filters: {
    snapshotId: oneOf(column('snapshot_id')),
    owner: oneOf(column('owner_account_id')),
    region: oneOf(column('region')),
    encrypted: flag(column('encrypted')),
    startTime: timeRange(column('start_time')),
    usedByImage: flag(usedByImage),
  },
  orders: {
    START_TIME: [timeKey('start_time', '-infinity'), ...unique],
    VOLUME_SIZE: [{ type: 'integer', value: t => sql`coalesce(${column('volume_size_gib')(t)}, -1)` }, ...unique],
    SNAPSHOT_ID: unique,
  },
  defaultOrder: { field: 'START_TIME', direction: 'DESC' },
}

/** What every row of a snapshot has. */
export type SnapshotRow = AskedRow & {
  readonly region: string
  readonly snapshotId: string
  readonly ownerAccountId: string
  readonly kmsKeyArn: string | null
}

/** One snapshot. */
export const snapshotByKey = relate('snapshot', snapshot, { region: 'region', snapshot_id: 'snapshotId' })

/** The snapshots of that ID in all Regions. */
export const snapshotsById = relate('snapshots by ID', snapshot, { snapshot_id: 'snapshotId' })
