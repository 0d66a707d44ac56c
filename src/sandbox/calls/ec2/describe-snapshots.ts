import type { DescribeSnapshotsRequest, DescribeSnapshotsResult, Snapshot } from '@aws-sdk/client-ec2'
import type { Call, CallContext } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { type OrderedIndex, unionAfter } from '../../world/ordered-index.ts'
import { readableBy } from '../../world/permissions.ts'
import { accountPrincipal, everyone, principalOf } from '../../world/principals.ts'
import type { WorldRegion, WorldSnapshot } from '../../world/world.ts'
import { invalidParameter, noSuchSnapshot } from './errors.ts'
import { compileFilters, type FilterFields } from './filter.ts'
import { type PageRule, pageFrom, pageStart, refusePaging } from './page.ts'

const rule: PageRule = { operation: 'DescribeSnapshots', smallest: 5, largest: 1000, unlimited: true, clamped: true }

const filters: FilterFields<Snapshot> = {
  description: snapshot => snapshot.Description,
  encrypted: snapshot => snapshot.Encrypted,
  'owner-alias': snapshot => snapshot.OwnerAlias,
  'owner-id': snapshot => snapshot.OwnerId,
  progress: snapshot => snapshot.Progress,
  'snapshot-id': snapshot => snapshot.SnapshotId,
  'start-time': snapshot => snapshot.StartTime?.toISOString(),
  status: snapshot => snapshot.State,
  'storage-tier': snapshot => snapshot.StorageTier,
  'volume-id': snapshot => snapshot.VolumeId,
  'volume-size': snapshot => snapshot.VolumeSize,
}

/** The snapshots that the caller owns or may make volumes from (R7). */
export const describeSnapshots: Call<DescribeSnapshotsRequest, DescribeSnapshotsResult> = (input, context) => {
  const region = regionOf(context.world, context.region)
  const matches = compileFilters<Snapshot>(input.Filters, filters, snapshot => snapshot.Tags ?? [])
  const isRestorable = restorableBy(input.RestorableByUserIds, context)
  const isOwned = ownedBy(input.OwnerIds, context)
  const mayRead = readableBy(context.world, context.caller.accountId)
  const isShown = (snapshot: WorldSnapshot) =>
    mayRead(snapshot) && isOwned(snapshot) && isRestorable(snapshot) && matches(view(snapshot, context))
  if (input.SnapshotIds?.length) {
    refusePaging(input, 'snapshotId')
    return {
      Snapshots: named(region, input.SnapshotIds)
        .filter(isShown)
        .map(item => view(item, context)),
    }
  }
  const { after, limit } = pageStart(rule, input)
  const candidates = unionAfter(indexes(region, input, context), after)
  const { items, NextToken } = pageFrom(rule, candidates, snapshot => snapshot.snapshotId, isShown, limit)
  return { Snapshots: items.map(item => view(item, context)), NextToken }
}

const view = (snapshot: WorldSnapshot, { caller }: CallContext): Snapshot => {
  const tags = snapshot.tags?.get(caller.accountId)
  return tags?.length ? { ...snapshot.facts, Tags: tags } : snapshot.facts
}

const named = (region: WorldRegion, snapshotIds: readonly string[]) =>
  snapshotIds.map(id => {
    const snapshot = region.snapshots.get(id)
    if (snapshot === undefined) throw noSuchSnapshot(id)
    return snapshot
  })

const indexes = (
  region: WorldRegion,
  { OwnerIds: owners, RestorableByUserIds: users }: DescribeSnapshotsRequest,
  { caller: { accountId } }: CallContext,
): OrderedIndex<WorldSnapshot>[] => {
  const owned = (owner: string) => region.snapshotsByOwner.get(owner === 'self' ? accountId : owner)
  const shared = [accountPrincipal(accountId), everyone].map(principal => region.snapshotsByPrincipal.get(principal))
  if (owners?.length) return owners.map(owned).filter(index => index !== undefined)
  if (users?.length && users.every(user => user === 'all')) return shared.slice(1).filter(index => index !== undefined)
  return [owned('self'), ...shared].filter(index => index !== undefined)
}

const ownedBy =
  (owners: readonly string[] | undefined, { caller }: CallContext) =>
  (snapshot: WorldSnapshot) =>
    !owners?.length ||
    owners.some(owner =>
      owner === 'self'
        ? snapshot.ownerId === caller.accountId
        : [snapshot.ownerId, snapshot.facts.OwnerAlias].includes(owner),
    )

/** `self` is what the caller owns or was given by name, `all` what everyone may read. */
const restorableBy = (users: readonly string[] | undefined, { caller }: CallContext) => {
  if (!users?.length) return () => true
  for (const user of users) {
    if (!/^(self|all|\d{12})$/.test(user)) throw invalidParameter('restorableBy', user, 'Expecting an account ID.')
  }
  return (snapshot: WorldSnapshot) => {
    const principals = snapshot.createVolumePermissions.map(principalOf)
    return users.some(user => {
      if (user === 'all') return principals.includes(everyone)
      const accountId = user === 'self' ? caller.accountId : user
      return (user === 'self' && snapshot.ownerId === accountId) || principals.includes(accountPrincipal(accountId))
    })
  }
}
