import { principalsFor } from '../../../src/sandbox/world/principals.ts'
import type { World, WorldKey, WorldRegion } from '../../../src/sandbox/world/world.ts'

export type MinimumCalls = {
  /** Calls that a sync cannot do without, by action */
  readonly byAction: Readonly<Record<string, number>>
  /** The account-Region whose bucket of one action bounds the sync: calls there */
  readonly slowest: { readonly place: string; readonly action: string; readonly calls: number }
}

/** Items of an account in a Region that an action lists, and how many fit on a page of it. */
type Listing = { readonly pageSize: number; readonly count: (region: WorldRegion, accountId: string) => number }

const one = () => 1
const instancesOf: Listing['count'] = (region, accountId) => region.instances.get(accountId)?.size ?? 0
const imagesOf: Listing['count'] = (region, accountId) => region.imagesByOwner.get(accountId)?.size ?? 0

/** What every account-Region is asked, in pages of the largest size: at least one each. */
const listings: Readonly<Record<string, Listing>> = {
  DescribeSnapshots: {
    pageSize: 1000,
    count: (region, accountId) => region.snapshotsByOwner.get(accountId)?.size ?? 0,
  },
  DescribeInstances: { pageSize: 1000, count: instancesOf },
  DescribeInstanceImageMetadata: { pageSize: 1000, count: instancesOf },
  GetAllowedImagesSettings: { pageSize: 1, count: one },
  GetImageBlockPublicAccessState: { pageSize: 1, count: one },
  GetSnapshotBlockPublicAccessState: { pageSize: 1, count: one },
  DescribeLaunchTemplateVersions: { pageSize: 1, count: one },
  ListImagesInRecycleBin: { pageSize: 1, count: one },
  DescribeFastLaunchImages: { pageSize: 1, count: one },
  ListImagePipelines: { pageSize: 1, count: one },
  ListImages: { pageSize: 1, count: one },
}

const pages = (items: number, pageSize: number): number => Math.max(1, Math.ceil(items / pageSize))

/** DOMAIN's formula, counted out for a world: the accounts that can be entered, their Regions, their images. */
export const minimumCalls = (world: World): MinimumCalls => {
  const byAction: Record<string, number> = { GetCallerIdentity: 1, DescribeOrganization: 1, ListRoots: 1 }
  let slowest = { place: '', action: '', calls: 0 }
  const add = (action: string, calls: number, place?: string): void => {
    byAction[action] = (byAction[action] ?? 0) + calls
    if (place !== undefined && calls > slowest.calls) slowest = { place, action, calls }
  }

  const { accounts, organization } = world
  add('ListAccounts', pages(accounts.size, 20))
  for (const children of [undefined, ...organization.units.keys()].map(parent => childrenOf(world, parent)))
    add('ListOrganizationalUnitsForParent', pages(children, 20))
  for (const { accountId, state, roles, enabledRegions } of accounts.values()) {
    add('AssumeRole', 1)
    if (state !== 'ACTIVE' || (roles.size === 0 && accountId !== organization.managementAccountId)) continue
    add('DescribeRegions', 1)
    for (const name of enabledRegions) {
      const region = world.regions.get(name)
      if (region === undefined) continue
      const place = `${accountId} ${name}`
      for (const [action, { pageSize, count }] of Object.entries(listings))
        add(action, pages(count(region, accountId), pageSize), place)
      // What it owns, and what is shared with it.
      add('DescribeImages', pages(imagesOf(region, accountId), 1000) + 1, place)
      add('DescribeImageAttribute', imagesOf(region, accountId), place)
      // Resources of the account can name each image that it may launch.
      add('DescribeImageReferences', Math.ceil(launchableImages(world, region, accountId) / 10), place)
      const builds = [...region.builds.values()].filter(({ ownerId }) => ownerId === accountId)
      add('ListImageBuildVersions', new Set(builds.map(({ name, version }) => `${name} ${version}`)).size, place)
      add('GetImage', builds.length, place)
      const keys = keysBehindShared(region, accountId)
      add('DescribeKey', keys.length, place)
      const readable = keys.filter(({ awsManaged, isClosed }) => !awsManaged && !isClosed).length
      for (const action of ['GetKeyPolicy', 'ListGrants']) add(action, readable, place)
      add('DescribeSnapshotAttribute', snapshotsBehindShared(region, accountId), place)
    }
  }
  for (const region of world.regions.values()) {
    add('DescribeImages', pages(foreignInUse(world, region), 200))
    add('DescribeInstanceTypes', pages(region.instanceTypes.size, 100))
  }
  return { byAction, slowest }
}

const childrenOf = ({ organization }: World, parentId: string | undefined): number => {
  const parent = parentId ?? organization.root.id
  return organization.unitsByParent.get(parent)?.size ?? 0
}

/** Who may copy a shared image depends on each of these. */
const snapshotsBehindShared = (region: WorldRegion, accountId: string): number => {
  const ids = new Set<string>()
  for (const { launchPermissions, facts } of region.imagesByOwner.get(accountId)?.after() ?? [])
    for (const { Ebs } of launchPermissions.length > 0 ? (facts.BlockDeviceMappings ?? []) : [])
      if (Ebs?.SnapshotId && region.snapshots.get(Ebs.SnapshotId)?.ownerId === accountId) ids.add(Ebs.SnapshotId)
  return ids.size
}

/** Images that an account owns, and that others share with it, its organization and its units. */
const launchableImages = (world: World, region: WorldRegion, accountId: string): number => {
  const own = region.imagesByOwner.get(accountId)
  const shared = principalsFor(world, accountId).map(principal => region.imagesByPrincipal.get(principal))
  return new Set([own, ...shared].flatMap(index => [...(index?.after() ?? [])].map(({ imageId }) => imageId))).size
}

/** (R9) The account's keys that encrypt what is shared, by whomever. */
const keysBehindShared = (region: WorldRegion, accountId: string): WorldKey[] => {
  const arns = sharedKeys.get(region) ?? keyArnsBehindShared(region)
  sharedKeys.set(region, arns)
  return [...arns].flatMap(arn => region.keys.get(arn) ?? []).filter(({ ownerId }) => ownerId === accountId)
}

const sharedKeys = new WeakMap<WorldRegion, ReadonlySet<string>>()

const keyArnsBehindShared = (region: WorldRegion): ReadonlySet<string> => {
  const arns = new Set<string>()
  for (const { launchPermissions, facts } of region.images.values())
    for (const { Ebs } of launchPermissions.length > 0 ? (facts.BlockDeviceMappings ?? []) : []) {
      const arn = Ebs?.KmsKeyId ?? region.snapshots.get(Ebs?.SnapshotId ?? '')?.facts.KmsKeyId
      if (arn) arns.add(arn)
    }
  return arns
}

/** Images that instances of members run on and no member owns. */
const foreignInUse = (world: World, region: WorldRegion): number => {
  const ids = new Set<string>()
  for (const instances of region.instances.values())
    for (const { imageId, image } of instances.after())
      if (image === undefined || !world.accounts.has(image.ownerId)) ids.add(imageId)
  return ids.size
}
