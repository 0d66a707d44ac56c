import { blockDevice } from '../../../db/images/block-device.ts'
import { kmsKeyNamed } from '../../../db/kms-keys/kms-key.ts'
import { snapshotByKey } from '../../../db/snapshots/snapshot.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const BlockDevice: TypeMap = {
  ...facts(blockDevice.fields),
  kmsKey: one(kmsKeyNamed),
  snapshot: one(snapshotByKey),
}
