import { indexFor } from './indexed.ts'
import { principalOf } from './principals.ts'
import type { WorldRegion, WorldSnapshot } from './world.ts'

/** Adds a snapshot to the Region and its indexes. */
export const putSnapshot = (region: WorldRegion, snapshot: WorldSnapshot): void => {
  region.snapshots.set(snapshot.snapshotId, snapshot)
  for (const index of indexesOf(region, snapshot)) index.add(snapshot)
}

export const dropSnapshot = (region: WorldRegion, snapshot: WorldSnapshot): void => {
  region.snapshots.delete(snapshot.snapshotId)
  for (const index of indexesOf(region, snapshot)) index.delete(snapshot.snapshotId)
}

const keyOf = (snapshot: WorldSnapshot) => snapshot.snapshotId

const indexesOf = (region: WorldRegion, snapshot: WorldSnapshot) => [
  indexFor(region.snapshotsByOwner, snapshot.ownerId, keyOf),
  ...[...new Set(snapshot.createVolumePermissions.map(principalOf))].map(principal =>
    indexFor(region.snapshotsByPrincipal, principal, keyOf),
  ),
]
