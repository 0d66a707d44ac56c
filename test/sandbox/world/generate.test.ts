import { beforeAll, describe, expect, test } from 'vitest'
import { ec2Calls } from '../../../src/sandbox/calls/ec2/calls.ts'
import { isHidden } from '../../../src/sandbox/world/allowed-images.ts'
import { createWorld, type WorldOptions } from '../../../src/sandbox/world/generate.ts'
import { isPublic } from '../../../src/sandbox/world/image-store.ts'
import { isListed } from '../../../src/sandbox/world/instance-store.ts'
import { unitsAbove } from '../../../src/sandbox/world/organization-tree.ts'
import type { World, WorldImage, WorldInstance } from '../../../src/sandbox/world/world.ts'

const now = () => new Date('2026-10-01T12:00:30Z')
const create = (options: WorldOptions = {}) => createWorld({ now, ...options })

const imagesOf = (world: World) => [...world.regions.values()].flatMap(region => [...region.images.values()])
const ownedBy = (world: World) => imagesOf(world).filter(image => world.accounts.has(image.ownerId))
const instancesOf = (world: World) =>
  [...world.regions.values()].flatMap(region => [...region.instances.values()].flatMap(list => [...list.after()]))

let world: World
let owned: WorldImage[]
let outside: WorldImage[]
let instances: WorldInstance[]
beforeAll(() => {
  world = create()
  owned = ownedBy(world)
  outside = imagesOf(world).filter(image => !world.accounts.has(image.ownerId))
  instances = instancesOf(world)
})

describe('the usual world', () => {
  test('12 accounts, 4 Regions, about 400 images of members and 300 instances', () => {
    expect(world.accounts.size).toBe(12)
    expect([...world.regions.keys()]).toEqual(['us-east-1', 'eu-west-1', 'ap-southeast-2', 'eu-south-2'])
    expect(owned.length).toBeGreaterThan(370)
    expect(owned.length).toBeLessThan(430)
    expect(instances.length).toBeGreaterThan(280)
    expect(instances.length).toBeLessThan(330)
  })

  test('accounts that cannot be read: one suspended, one without the role', () => {
    const accounts = [...world.accounts.values()]
    expect(accounts.filter(account => account.state === 'SUSPENDED')).toHaveLength(1)
    expect(accounts.filter(account => !account.roles.has('amigraph-reader')).map(account => account.name)).toEqual([
      'Data Science',
    ])
    expect(accounts.filter(account => account.enabledRegions.has('eu-south-2')).length).toBeGreaterThan(2)
    expect(accounts.filter(account => !account.enabledRegions.has('eu-south-2')).length).toBeGreaterThan(2)
  })

  test('organizational units four deep', () => {
    const depths = [...world.accounts.values()].map(account => unitsAbove(world.organization, account.parentId).length)
    expect([Math.min(...depths), Math.max(...depths)]).toEqual([0, 4])
  })
})

describe('every rule can be seen', () => {
  const now = new Date('2026-10-01T12:00:30Z')
  const has =
    (...names: string[]) =>
    (image: WorldImage) =>
      names.some(name => image.launchPermissions.some(permission => Object.hasOwn(permission, name)))
  const organizations = () => world.organization.arn
  const snapshotOf = (image: WorldImage) =>
    world.regions.get(image.region)?.snapshots.get(image.facts.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId ?? '')
  const keyOf = (image: WorldImage) =>
    world.regions.get(image.region)?.keys.get(snapshotOf(image)?.facts.KmsKeyId ?? '')
  const granteesReading = (image: WorldImage) =>
    image.launchPermissions
      .filter(({ UserId }) => UserId !== undefined)
      .map(({ UserId }) => snapshotOf(image)?.createVolumePermissions.some(reader => reader.UserId === UserId) === true)
  const isDeprecated = ({ facts }: WorldImage) => Date.parse(facts.DeprecationTime ?? '9999-01-01') < now.getTime()

  const ofMembers: [string, (image: WorldImage) => boolean][] = [
    [
      'R1 a Regional copy',
      image => image.facts.SourceImageRegion !== undefined && image.facts.SourceImageRegion !== image.region,
    ],
    ['R2 uefi', image => image.facts.BootMode === 'uefi' && image.facts.Architecture === 'x86_64'],
    ['R2 uefi-preferred', image => image.facts.BootMode === 'uefi-preferred'],
    ['R2 legacy-bios', image => image.facts.BootMode === 'legacy-bios'],
    ['R2 no boot mode', image => image.facts.BootMode === undefined],
    ['R2 arm64', image => image.facts.Architecture === 'arm64'],
    ['R2 NitroTPM', image => image.facts.TpmSupport === 'v2.0'],
    ['R4 deprecated', isDeprecated],
    ['R4 disabled', image => image.facts.State === 'disabled'],
    ['R5 pending', image => image.facts.State === 'pending'],
    ['R5 failed, with its reason', image => image.facts.State === 'failed' && image.facts.StateReason !== undefined],
    ['R5 protected', image => image.facts.DeregistrationProtection !== 'disabled'],
    ['R5 launched', image => image.facts.LastLaunchedTime !== undefined],
    ['R5 never launched', image => image.facts.LastLaunchedTime === undefined],
    ['R6 private', image => image.launchPermissions.length === 0],
    ['R6 explicit', has('UserId')],
    ['R6 organization', has('OrganizationArn')],
    ['R6 unit', has('OrganizationalUnitArn')],
    ['R6 public', isPublic],
    ['R7 snapshots that a grantee can read', image => granteesReading(image).includes(true)],
    ['R7 snapshots that a grantee cannot read', image => granteesReading(image).includes(false)],
    ['R9 the AWS managed key', image => keyOf(image)?.awsManaged === true],
    ['R9 shared under the AWS managed key', image => keyOf(image)?.awsManaged === true && has('UserId')(image)],
    [
      'R9 a key that is shared, too',
      image => keyOf(image)?.sharedWithOrganization === true && image.launchPermissions.length > 0,
    ],
    [
      'R9 a key that is not',
      image =>
        keyOf(image)?.awsManaged === false &&
        keyOf(image)?.sharedWithOrganization === false &&
        image.launchPermissions.length > 0,
    ],
    [
      'R12 a foreign organization',
      image =>
        image.launchPermissions.some(
          ({ OrganizationArn }) => OrganizationArn !== undefined && OrganizationArn !== organizations(),
        ),
    ],
    [
      'R12 a unit that is gone',
      image =>
        image.launchPermissions.some(
          ({ OrganizationalUnitArn }) =>
            OrganizationalUnitArn?.includes(world.organization.id) &&
            ![...world.organization.units.values()].some(unit => unit.arn === OrganizationalUnitArn),
        ),
    ],
    [
      'R12 an account that is no member',
      image => image.launchPermissions.some(({ UserId }) => UserId !== undefined && !world.accounts.has(UserId)),
    ],
    [
      'R12 a suspended account',
      image => image.launchPermissions.some(({ UserId }) => world.accounts.get(UserId ?? '')?.state === 'SUSPENDED'),
    ],
    ['R14 marketplace', image => image.facts.ProductCodes?.[0]?.ProductCodeType === 'marketplace'],
    ['R14 devpay', image => image.facts.ProductCodes?.[0]?.ProductCodeType === 'devpay'],
    ['instance store', image => image.facts.RootDeviceType === 'instance-store'],
    ['no name', image => image.facts.Name === undefined],
    ['made by AWS Backup', image => image.facts.Name?.startsWith('AwsBackup_') === true],
    [
      'tags of consumers (R10)',
      image => [...(image.tags?.keys() ?? [])].some(accountId => accountId !== image.ownerId),
    ],
    [
      'tags from right to left',
      image => [...(image.tags?.values() ?? [])].flat().some(tag => /\p{Script=Arabic}/u.test(tag.Value ?? '')),
    ],
    [
      'tags with emoji',
      image => [...(image.tags?.values() ?? [])].flat().some(tag => /\p{Emoji_Presentation}/u.test(tag.Value ?? '')),
    ],
  ]
  test.each(ofMembers)('%s', (_name, shows) => {
    expect(owned.filter(shows).length).toBeGreaterThan(0)
  })

  test.each(['', ':0010', ':00g0', ':0002', ':0800', ':0006', ':0004', ':000g', ':0g00'])(
    'R16 RunInstances%s',
    code => {
      expect(owned.some(image => image.facts.UsageOperation === `RunInstances${code}`)).toBe(true)
    },
  )

  test('R8 nothing that cannot be public is', () => {
    for (const image of owned.filter(isPublic)) {
      expect(image.facts.ProductCodes).toBeUndefined()
      expect(image.facts.BlockDeviceMappings?.some(device => device.Ebs?.Encrypted)).toBe(false)
      expect(image.facts.DeprecationTime).toBeDefined()
    }
  })

  const fromOutside: [string, (image: WorldImage) => boolean][] = [
    ['amazon', image => image.facts.ImageOwnerAlias === 'amazon'],
    ['aws-marketplace', image => image.facts.ImageOwnerAlias === 'aws-marketplace'],
    ['aws-backup-vault', image => image.facts.ImageOwnerAlias === 'aws-backup-vault'],
    ['public, of a stranger', image => image.facts.ImageOwnerAlias === undefined && isPublic(image)],
    ['shared with an account of ours', has('UserId')],
    [
      'shared with our organization',
      image => image.launchPermissions.some(({ OrganizationArn }) => OrganizationArn === organizations()),
    ],
    [
      'shared with a unit of ours',
      image =>
        image.launchPermissions.some(({ OrganizationalUnitArn }) =>
          OrganizationalUnitArn?.includes(world.organization.id),
        ),
    ],
  ]
  test.each(fromOutside)('R3 %s', (_name, shows) => {
    expect(outside.filter(shows).length).toBeGreaterThan(0)
  })

  test('R3 a stranger uses the name of an Amazon image', () => {
    const names = new Set(
      outside.filter(image => image.facts.ImageOwnerAlias === 'amazon').map(image => image.facts.Name),
    )
    expect(outside.some(image => image.facts.ImageOwnerAlias === undefined && names.has(image.facts.Name))).toBe(true)
  })

  const running: [string, (instance: WorldInstance) => boolean][] = [
    [
      'a current golden image',
      instance => instance.image?.facts.Name?.startsWith('nordwind-linux-2023-2026.09') === true,
    ],
    ['a deprecated image', instance => instance.image !== undefined && isDeprecated(instance.image)],
    ['a disabled image', instance => instance.image?.facts.State === 'disabled'],
    ['a deregistered image', instance => instance.image?.facts.State === 'deregistered'],
    [
      'an untrusted image',
      instance =>
        instance.image !== undefined &&
        outside.includes(instance.image) &&
        isPublic(instance.image) &&
        instance.image.facts.ImageOwnerAlias === undefined,
    ],
    ['an Amazon image', instance => instance.image?.facts.ImageOwnerAlias === 'amazon'],
    ['a paid image', instance => instance.image?.facts.ProductCodes !== undefined],
    ['an image of another company', instance => instance.image?.facts.Name?.startsWith('telematics-') === true],
    ['a billing code of its own (R16)', instance => instance.billing !== undefined],
    ['arm64', instance => instance.image?.facts.Architecture === 'arm64'],
    [
      'a disallowed image (R13)',
      ({ image, region: name, accountId }) => {
        const region = world.regions.get(name)
        return image !== undefined && region !== undefined && isHidden(region, accountId, image, now)
      },
    ],
  ]
  test.each(running)('an instance on %s', (_name, shows) => {
    expect(instances.filter(shows).length).toBeGreaterThan(0)
  })

  test('running, stopped, terminated within the hour and before (R17)', () => {
    const terminated = instances.filter(instance => instance.state === 'terminated')
    expect(instances.some(instance => instance.state === 'stopped')).toBe(true)
    expect(terminated.some(instance => isListed(instance, now))).toBe(true)
    expect(terminated.some(instance => !isListed(instance, now))).toBe(true)
  })

  test('Allowed AMIs are on in one place and watched in another (R13)', () => {
    const states = [...world.regions.values()]
      .flatMap(region => [...region.settings.values()])
      .map(settings => settings.allowedImages.state)
      .filter(state => state !== 'disabled')
    expect(states.sort()).toEqual(['audit-mode', 'enabled'])
  })

  test('R19 golden releases lie in several Regions, and one is missing in the last', () => {
    const releases = Map.groupBy(
      owned.filter(image => image.facts.Name?.startsWith('nordwind-ubuntu-2404-pro-')),
      image => image.facts.Name,
    )
    const spread = [...releases.values()].map(images => images.length)
    expect(spread).toHaveLength(6)
    expect([Math.min(...spread), Math.max(...spread)]).toEqual([3, 4])
  })
})

describe('what a world is made of hangs together', () => {
  test('images, snapshots and instances lie in the past and in their Region', () => {
    for (const image of owned) {
      expect(Date.parse(image.facts.CreationDate ?? '')).toBeLessThanOrEqual(now().getTime())
      for (const device of image.facts.BlockDeviceMappings ?? [])
        expect(world.regions.get(image.region)?.snapshots.has(device.Ebs?.SnapshotId ?? '')).toBe(true)
    }
    for (const instance of instances) {
      expect(instance.launchTime.getTime()).toBeLessThan(now().getTime())
      expect(instance.image?.region).toBe(instance.region)
      const account = world.accounts.get(instance.accountId)
      if (account !== undefined) expect(account.enabledRegions.has(instance.region)).toBe(true)
    }
  })

  test('names are unique within an owner’s Region', () => {
    const names = owned.filter(image => image.facts.Name !== undefined)
    expect(new Set(names.map(image => `${image.region} ${image.ownerId} ${image.facts.Name}`)).size).toBe(names.length)
  })

  test('every account answers in each of its Regions', async () => {
    for (const { accountId, enabledRegions } of world.accounts.values()) {
      for (const region of enabledRegions) {
        const context = { world, region, now, caller: { accountId, arn: '', userId: '' } }
        const own = await ec2Calls.DescribeImages({ Owners: ['self'], IncludeDisabled: true }, context)
        expect(own.Images?.length).toBe(world.regions.get(region)?.imagesByOwner.get(accountId)?.size)
      }
    }
  })
})

describe('options', () => {
  const shape = (made: World) => ({
    organization: made.organization.id,
    accounts: [...made.accounts.values()],
    images: imagesOf(made),
    instances: instancesOf(made).map(({ instanceId, imageId, state, launchTime }) => [
      instanceId,
      imageId,
      state,
      launchTime,
    ]),
  })

  test('the same seed gives the same world, another seed another', () => {
    expect(shape(create())).toEqual(shape(world))
    expect(shape(create({ seed: 2 })).organization).not.toBe(world.organization.id)
  })

  test('identifiers hold when the clock moves on', () => {
    const later = create({ now: () => new Date('2027-01-01T00:00:00Z') })
    expect(imagesOf(later).map(image => image.imageId)).toEqual(imagesOf(world).map(image => image.imageId))
  })

  test.each([1, 2, 3, 7, 40])('%i accounts', accounts => {
    const made = create({ accounts, imagesPerAccountRegion: 2, instancesPerAccountRegion: 1 })
    expect(made.accounts.size).toBe(accounts)
    expect(new Set([...made.accounts.values()].map(account => account.name)).size).toBe(accounts)
    expect(made.accounts.has(made.organization.managementAccountId)).toBe(true)
  })

  test('1000 accounts keep the mixture', () => {
    const made = create({ accounts: 1000, imagesPerAccountRegion: 2, instancesPerAccountRegion: 1 })
    expect(new Set([...made.accounts.values()].map(account => account.name)).size).toBe(1000)
    const most = Math.max(...imagesOf(made).map(image => image.launchPermissions.length))
    // Close to the quota of 1,000 entities (R11)
    expect(most).toBe(940)
    expect(ownedBy(made).length).toBeGreaterThan(6000)
  })

  test('Regions, the role and its external ID', () => {
    const made = create({ regions: ['us-west-2', 'eu-south-1'], roleName: 'reader', externalId: 'handshake' })
    expect([...made.regions.values()].map(region => [region.name, region.optIn])).toEqual([
      ['us-west-2', false],
      ['eu-south-1', true],
    ])
    expect(made.accounts.get(made.organization.managementAccountId)?.roles).toEqual(
      new Map([['reader', { externalId: 'handshake' }]]),
    )
  })

  test.each([0, 10_001, 1.5])('%d accounts are refused', accounts => {
    expect(() => create({ accounts })).toThrow(RangeError)
  })
})
