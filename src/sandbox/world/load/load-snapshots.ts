import type { CreateVolumePermission, Snapshot, Tag } from '@aws-sdk/client-ec2'
import { putSnapshot } from '../snapshot-store.ts'
import type { WorldRegion, WorldSnapshot } from '../world.ts'
import type { ImageView } from './load-images.ts'
import { listIn, textIn } from './read-outputs.ts'

/** Loads the snapshots of a Region; who saw a foreign one may read it, as long as no permissions were recorded (R7). */
export const loadSnapshots = (region: WorldRegion, views: readonly ImageView[]): void => {
  const snapshots = new Map<string, WorldSnapshot>()
  const permissions = new Map(views.flatMap(recordedPermissions))
  for (const view of views) {
    for (const output of view.folder.outputs('describe-snapshots')) {
      for (const { Tags, ...facts } of listIn<Snapshot>(output, 'Snapshots')) {
        const snapshotId = textIn(output, facts, 'SnapshotId')
        const ownerId = facts.OwnerId ?? view.accountId
        const listed = permissions.get(snapshotId)
        const snapshot: WorldSnapshot = snapshots.get(snapshotId) ?? {
          region: region.name,
          snapshotId,
          ownerId,
          facts: { ...facts, OwnerId: ownerId },
          createVolumePermissions: listed ?? [],
          productCodes: undefined,
          tags: undefined,
        }
        snapshots.set(snapshotId, snapshot)
        if (Tags?.length) snapshot.tags = (snapshot.tags ?? new Map<string, Tag[]>()).set(view.accountId, Tags)
        if (listed === undefined && ownerId !== view.accountId) addReader(snapshot, view.accountId)
      }
    }
  }
  for (const snapshot of snapshots.values()) putSnapshot(region, snapshot)
}

const recordedPermissions = ({ folder }: ImageView): [string, CreateVolumePermission[]][] =>
  folder
    .outputs('describe-snapshot-attribute')
    .filter(output => 'CreateVolumePermissions' in output.body)
    .map(output => [
      textIn(output, output.body, 'SnapshotId'),
      listIn<CreateVolumePermission>(output, 'CreateVolumePermissions'),
    ])

const addReader = (snapshot: WorldSnapshot, accountId: string) => {
  if (!snapshot.createVolumePermissions.some(({ UserId }) => UserId === accountId))
    snapshot.createVolumePermissions = [...snapshot.createVolumePermissions, { UserId: accountId }]
}
