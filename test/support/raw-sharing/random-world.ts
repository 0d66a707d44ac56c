import type { BlockDeviceMapping, LaunchPermission } from '@aws-sdk/client-ec2'
import {
  addAccount,
  createGrant,
  deprecate,
  deregister,
  disable,
  enable,
  moveAccount,
  putKeyPolicy,
  registerImage,
  removeAccount,
  setSettings,
  share,
  suspendAccount,
  unshare,
} from '../../../src/sandbox/world/changes.ts'
import { emptyWorld } from '../../../src/sandbox/world/empty-world.ts'
import { regionOf } from '../../../src/sandbox/world/find.ts'
import { defaultEbsKey, keyFor, launchOperations } from '../../../src/sandbox/world/kms-keys.ts'
import { organizationArn, putUnit, unitArn } from '../../../src/sandbox/world/organization-tree.ts'
import { createRandom, type Random } from '../../../src/sandbox/world/random.ts'
import { putSnapshot } from '../../../src/sandbox/world/snapshot-store.ts'
import type { World, WorldAccount, WorldImage, WorldKey } from '../../../src/sandbox/world/world.ts'

// An organization so small that a sync takes a moment, in which everything that decides who may launch is likely.

const management = '100000000000'
const organizationId = 'o-raw0000001'
const outsiders = ['900000000001', '900000000002']
const days = (world: World, number: number) => new Date(world.now().getTime() + number * 86_400_000)

export type WorldSize = { units: number; members: number; images: number; changes: number }
export const usualSize: WorldSize = { units: 4, members: 4, images: 7, changes: 5 }

export const randomWorld = (seed: number, size: WorldSize): { world: World; random: Random } => {
  const random = createRandom(seed)
  const world = emptyWorld({
    seed,
    now: () => new Date(),
    organization: {
      id: organizationId,
      arn: organizationArn(management, organizationId),
      managementAccountId: management,
      root: { id: 'r-raw0', arn: `arn:aws:organizations::${management}:root/${organizationId}/r-raw0`, name: 'Root' },
      units: new Map(),
      unitsByParent: new Map(),
      delegatedAdministrators: new Set(),
    },
    regions: (random.chance(0.2) ? ['eu-west-1', 'us-east-1'] : ['eu-west-1']).map(name => ({ name, optIn: false })),
  })
  for (let i = 0; i < size.units; i++) {
    const id = `ou-raw0-unit000${i}`
    putUnit(world.organization, {
      id,
      arn: unitArn(management, organizationId, id),
      name: id,
      parentId: parent(world, random),
    })
  }
  join(world, random, management, true)
  for (let i = 1; i <= size.members; i++) join(world, random, `10000000000${i}`, random.chance(0.88))
  for (const { accountId } of world.accounts.values()) settings(world, random, accountId, 0.25)
  for (let i = 0; i < size.images; i++) makeImage(world, random)
  return { world, random }
}

/** What happens between two syncs, by name. */
export const changeSomething = (world: World, random: Random): string => {
  const members = readable(world).filter(({ accountId }) => accountId !== management)
  const images = ownImages(world)
  const account = random.pick(members.length > 0 ? members : readable(world)).accountId
  const image = images.length > 0 ? random.pick(images) : makeImage(world, random)
  const what = random.pick(Object.keys(changes) as (keyof typeof changes)[])
  changes[what](world, random, account, image)
  return what
}

type Change = (world: World, random: Random, account: string, image: WorldImage) => void

const changes = {
  share: (world, random, _, image) => share(world, image, permissions(world, random, image, 0.3)),
  unshare: (world, random, _, image) =>
    unshare(
      world,
      image,
      image.launchPermissions.filter(() => random.chance(0.6)),
    ),
  move: (world, random, account) => moveAccount(world, account, parent(world, random)),
  suspend: (world, random, account) => account !== management && random.chance(0.6) && suspendAccount(world, account),
  remove: (world, random, account) => account !== management && random.chance(0.6) && removeAccount(world, account),
  join: (world, random) => join(world, random, `2${String(random.below(1e9)).padStart(11, '0')}`, true),
  disable: (world, _, __, image) => image.facts.State === 'available' && disable(world, image),
  enable: (world, _, __, image) => image.facts.State === 'disabled' && enable(world, image),
  deregister: (world, _, __, image) => deregister(world, image),
  deprecate: (world, random, _, image) =>
    deprecate(world, image, random.pick([days(world, -30), days(world, 400), null])),
  register: (world, random) => makeImage(world, random),
  settings: (world, random, account) => settings(world, random, account, 0.5),
  key: (world, random) => {
    const key = random.pick([...world.regions.values()].flatMap(({ keys }) => [...keys.values()]))
    if (key !== undefined && !key.awsManaged) changeKey(world, random, key)
  },
} as const satisfies Record<string, (...of: Parameters<Change>) => unknown>

const readable = (world: World): WorldAccount[] =>
  [...world.accounts.values()].filter(({ state, roles }) => state === 'ACTIVE' && roles.size > 0)

/** Those that can be read: what happens to others nobody is told. */
const ownImages = (world: World): WorldImage[] => {
  const owners = readable(world).map(({ accountId }) => accountId)
  return [...world.regions.values()]
    .flatMap(({ images }) => [...images.values()])
    .filter(({ ownerId }) => owners.includes(ownerId))
}

const parent = ({ organization }: World, random: Random) =>
  random.pick([organization.root.id, ...organization.units.keys()])

const join = (world: World, random: Random, accountId: string, hasRole: boolean) =>
  addAccount(world, {
    accountId,
    name: `account ${accountId}`,
    email: `${accountId}@example.com`,
    parentId: parent(world, random),
    state: accountId !== management && random.chance(0.1) ? 'SUSPENDED' : 'ACTIVE',
    roles: new Map(hasRole ? [['amigraph-reader', {}]] : []),
  })

const settings = (world: World, random: Random, accountId: string, probability: number) => {
  for (const region of world.regions.keys()) {
    const providers = [...world.accounts.keys(), ...outsiders].filter(() => random.chance(0.5))
    // An empty list cannot be set: a request leaves it out.
    const ImageProviders = providers.length > 0 ? providers : ['none']
    const state = random.chance(probability) ? random.pick(['enabled', 'audit-mode'] as const) : 'disabled'
    setSettings(world, accountId, region, {
      allowedImages: { state, criteria: state === 'disabled' ? [] : [{ ImageProviders }] },
      imageBlockPublicAccess: 'unblocked',
    })
  }
}

const makeImage = (world: World, random: Random): WorldImage => {
  const ownerId = random.pick([...world.accounts.keys(), ...world.accounts.keys(), random.pick(outsiders)])
  const region = random.pick([...world.regions.keys()])
  const volumes = Array.from({ length: random.pick([0, 1, 1, 2]) }, (_, i) => volume(world, random, region, ownerId, i))
  const image = registerImage(world, {
    region,
    ownerId,
    facts: { Name: `image ${random.below(1000)}`, BlockDeviceMappings: volumes },
  })
  if (random.chance(0.1)) deprecate(world, image, days(world, -3))
  share(world, image, permissions(world, random, image, random.pick([0, 0.1, 0.25])))
  return image
}

const permissions = (world: World, random: Random, image: WorldImage, probability: number): LaunchPermission[] => {
  const { arn, root, units } = world.organization
  const isEncrypted = image.facts.BlockDeviceMappings?.some(({ Ebs }) => Ebs?.Encrypted) ?? false
  const candidates: LaunchPermission[] = [
    ...[...world.accounts.keys(), ...outsiders].map(UserId => ({ UserId })),
    ...[...units.values()].map(unit => ({ OrganizationalUnitArn: unit.arn })),
    { OrganizationalUnitArn: unitArn(management, organizationId, root.id) },
    { OrganizationalUnitArn: unitArn(management, organizationId, 'ou-raw0-gone0000') },
    { OrganizationalUnitArn: unitArn('900000000009', 'o-other00001', 'ou-oth0-unit0000') },
    { OrganizationArn: arn },
    { OrganizationArn: organizationArn('900000000009', 'o-other00001') },
    // What is encrypted is never public (R8).
    ...(isEncrypted ? [] : [{ Group: 'all' as const }]),
  ]
  return candidates.filter(({ UserId }) => UserId !== image.ownerId && random.chance(probability))
}

const volume = (world: World, random: Random, region: string, ownerId: string, i: number): BlockDeviceMapping => {
  const SnapshotId = `snap-${String(world.random.below(1e9)).padStart(17, '0')}`
  const isEncrypted = random.chance(0.6)
  const key = isEncrypted ? randomKey(world, random, region, ownerId) : undefined
  const permitted = [...world.accounts.keys(), ...outsiders].filter(id => id !== ownerId && random.chance(0.5))
  putSnapshot(regionOf(world, region), {
    region,
    snapshotId: SnapshotId,
    ownerId,
    facts: {
      SnapshotId,
      OwnerId: ownerId,
      VolumeSize: 8,
      State: 'completed',
      Encrypted: isEncrypted,
      ...(key && { KmsKeyId: key.arn }),
    },
    createVolumePermissions: random.chance(0.1) ? [{ Group: 'all' }] : permitted.map(UserId => ({ UserId })),
    productCodes: undefined,
    tags: undefined,
  })
  return { DeviceName: `/dev/sd${'ab'[i]}`, Ebs: { SnapshotId, VolumeSize: 8, Encrypted: isEncrypted } }
}

const randomKey = (world: World, random: Random, region: string, ownerId: string): WorldKey => {
  const where = regionOf(world, region)
  if (random.chance(0.15)) return keyFor(where, ownerId, defaultEbsKey, random)
  const holder = random.chance(0.8) ? ownerId : random.pick([...world.accounts.keys()])
  const alias = `alias/${random.below(3)}`
  const isNew = !where.keysByAlias.has(`${holder} ${alias}`)
  const key = keyFor(where, holder, { alias, awsManaged: false, sharedWithOrganization: false }, random)
  if (isNew) changeKey(world, random, key)
  return key
}

const changeKey = (world: World, random: Random, key: WorldKey) => {
  const { accounts, organization } = world
  const some = (ids: Iterable<string>) => new Set([...ids].filter(() => random.chance(0.4)))
  key.state = random.chance(0.1) ? 'Disabled' : 'Enabled'
  putKeyPolicy(world, key.arn, {
    sharedWith: some([...accounts.keys(), ...outsiders]),
    sharedWithOrganization: random.chance(0.3),
    sharedWithUnits: random.chance(0.4) ? some([organization.root.id, ...organization.units.keys()]) : new Set(),
    isConditional: random.chance(0.1),
    isClosed: random.chance(0.1),
  })
  if (random.chance(0.3)) {
    const grantee = random.pick([...accounts.keys()])
    createGrant(world, key.arn, {
      granteePrincipal: `arn:aws:iam::${grantee}:${random.pick(['root', 'role/deploy'])}`,
      operations: random.chance(0.7) ? [...launchOperations] : ['Decrypt'],
    })
  }
}
