import { sql } from 'kysely'
import { type Concept, column, table } from '../concept.ts'
import { relate } from '../relation.ts'

/** Volumes that instances of an image start with, in AWS's order. */
export const blockDevice: Concept = {
  name: 'BlockDevice',
  from: table('amigraph.image_block_devices'),
  fields: {
    region: column('region'),
    deviceName: column('device_name'),
    snapshotId: column('snapshot_id'),
    volumeSizeGiB: column('volume_size_gib'),
    volumeType: column('volume_type'),
    iops: column('iops'),
    throughputMiBps: column('throughput_mib'),
    encrypted: column('encrypted'),
    kmsKeyId: column('kms_key_id'),
    // Not a field of the API: the volume's key under its own name, or that of the snapshot behind it.
    kmsKeyArn: t => sql`(
      select amigraph.key_of(s.key_reference, s.region, s.key_account_id) from amigraph.image_storage s
      where s.region = ${column('region')(t)} and s.image_id = ${column('image_id')(t)}
        and s.ordinal = ${column('ordinal')(t)})`,
    deleteOnTermination: column('delete_on_termination'),
    virtualName: column('virtual_name'),
    suppressed: column('suppressed'),
  },
  always: ['region', 'snapshotId', 'kmsKeyArn'],
  filters: {},
  orders: { ORDINAL: [{ type: 'integer', value: column('ordinal') }] },
  defaultOrder: { field: 'ORDINAL', direction: 'ASC' },
}

/** What every row of a block device has. */
export type BlockDeviceRow = {
  readonly region: string
  readonly snapshotId: string | null
  readonly kmsKeyArn: string | null
}

export const blockDevicesOfImage = relate('block devices of image', blockDevice, {
  region: 'region',
  image_id: 'imageId',
})
