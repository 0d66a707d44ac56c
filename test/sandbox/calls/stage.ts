/**
 * A small organization for the calls to be tried on:
 *
 * ```
 * Root: management, outsideOfUnits
 * └─ Workloads: builder
 *    └─ Production: consumer
 * ```
 * `stranger` is no member. The clock stands still until `setTime`.
 */
import type { Image } from '@aws-sdk/client-ec2'
import { AwsError, type CallContext } from '../../../src/sandbox/call.ts'
import { addAccount, registerImage } from '../../../src/sandbox/world/changes.ts'
import { emptyWorld } from '../../../src/sandbox/world/empty-world.ts'
import { regionOf } from '../../../src/sandbox/world/find.ts'
import { type KeyKind, keyFor } from '../../../src/sandbox/world/kms-keys.ts'
import { organizationArn, putUnit, unitArn } from '../../../src/sandbox/world/organization-tree.ts'
import { putSnapshot } from '../../../src/sandbox/world/snapshot-store.ts'
import type { World, WorldImage, WorldOrganization, WorldSnapshot } from '../../../src/sandbox/world/world.ts'

export const management = '111111111111'
export const builder = '222222222222'
export const consumer = '333333333333'
export const outsideOfUnits = '444444444444'
export const stranger = '999999999999'

export const home = 'eu-west-1'
export const away = 'us-east-1'

const organizationId = 'o-stage00000'
export const organization = organizationArn(management, organizationId)
export const workloads = unitArn(management, organizationId, 'ou-stag-workload')
export const production = unitArn(management, organizationId, 'ou-stag-producti')

export const start = new Date('2026-03-01T12:00:00Z')

export type Stage = {
  world: World
  setTime: (time: Date) => void
  as: (accountId: string, region?: string) => CallContext
  /** Registers an image of the builder's in the home Region */
  image: (facts?: Image, more?: Partial<Parameters<typeof registerImage>[1]>) => WorldImage
  /** An image with one snapshot, which `key` encrypts */
  backed: (key?: KeyKind, snapshot?: Partial<WorldSnapshot>) => WorldImage
}

export const createStage = (): Stage => {
  let time = start
  const tree: WorldOrganization = {
    id: organizationId,
    arn: organization,
    managementAccountId: management,
    root: { id: 'r-stag', arn: `arn:aws:organizations::${management}:root/${organizationId}/r-stag`, name: 'Root' },
    units: new Map(),
    unitsByParent: new Map(),
    delegatedAdministrators: new Set(),
  }
  putUnit(tree, { id: 'ou-stag-workload', arn: workloads, name: 'Workloads', parentId: 'r-stag' })
  putUnit(tree, { id: 'ou-stag-producti', arn: production, name: 'Production', parentId: 'ou-stag-workload' })
  const world = emptyWorld({
    seed: 7,
    now: () => time,
    organization: tree,
    regions: [
      { name: home, optIn: false },
      { name: away, optIn: false },
      { name: 'eu-south-2', optIn: true },
    ],
  })
  const add = (accountId: string, parentId: string) =>
    addAccount(world, { accountId, name: accountId, email: `${accountId}@example.com`, parentId })
  add(management, 'r-stag')
  add(outsideOfUnits, 'r-stag')
  add(builder, 'ou-stag-workload')
  add(consumer, 'ou-stag-producti')

  const image: Stage['image'] = (facts = {}, more = {}) =>
    registerImage(world, { region: home, ownerId: builder, facts, ...more })
  const backed: Stage['backed'] = (key, changed = {}) => {
    const region = regionOf(world, home)
    const snapshot: WorldSnapshot = {
      region: home,
      snapshotId: `snap-${String(region.snapshots.size + 1).padStart(17, '0')}`,
      ownerId: builder,
      facts: {},
      createVolumePermissions: [],
      productCodes: undefined,
      tags: undefined,
      ...changed,
    }
    snapshot.facts = {
      SnapshotId: snapshot.snapshotId,
      OwnerId: snapshot.ownerId,
      VolumeSize: 8,
      State: 'completed',
      Encrypted: key !== undefined,
      ...(key ? { KmsKeyId: keyFor(region, builder, key, world.random).arn } : {}),
    }
    putSnapshot(region, snapshot)
    const Ebs = { SnapshotId: snapshot.snapshotId, VolumeSize: 8, Encrypted: key !== undefined }
    return image({ BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs }] })
  }
  return {
    world,
    setTime: changed => {
      time = changed
    },
    as: (accountId, region = home) => ({
      world,
      region,
      caller: { accountId, arn: `arn:aws:iam::${accountId}:root`, userId: accountId },
      now: world.now,
    }),
    image,
    backed,
  }
}

/** The AWS error code that something throws; undefined where it does not. */
export const errorCode = async (attempt: () => unknown): Promise<string | undefined> => {
  try {
    await attempt()
    return undefined
  } catch (error) {
    if (error instanceof AwsError) return error.code
    throw error
  }
}
