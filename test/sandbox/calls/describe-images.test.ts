import type { DescribeImagesRequest, DescribeImagesResult, Image, LaunchPermission } from '@aws-sdk/client-ec2'
import { beforeEach, describe, expect, test } from 'vitest'
import { ec2Calls } from '../../../src/sandbox/calls/ec2/calls.ts'
import {
  attachWatermark,
  deprecate,
  deregister,
  disable,
  launch,
  moveAccount,
  setSettings,
  share,
  tag,
  terminate,
} from '../../../src/sandbox/world/changes.ts'
import {
  away,
  builder,
  consumer,
  createStage,
  errorCode,
  home,
  management,
  organization,
  outsideOfUnits,
  production,
  type Stage,
  start,
  stranger,
  workloads,
} from './stage.ts'

let stage: Stage
beforeEach(() => {
  stage = createStage()
})

const ask = async (
  accountId: string,
  input: DescribeImagesRequest = {},
  region = home,
): Promise<DescribeImagesResult> => ec2Calls.DescribeImages(input, stage.as(accountId, region))

const ids = async (accountId: string, input: DescribeImagesRequest = {}, region = home) =>
  ((await ask(accountId, input, region)).Images ?? []).map(image => image.ImageId)

const first = async (accountId: string, input: DescribeImagesRequest = {}) =>
  (await ask(accountId, input)).Images?.[0] ?? {}

describe('who sees an image (R6)', () => {
  const grants: [string, LaunchPermission[], seenBy: string[]][] = [
    ['no permission: the owner', [], [builder]],
    ['an account', [{ UserId: consumer }], [builder, consumer]],
    ['an account outside', [{ UserId: stranger }], [builder, stranger]],
    ['the organization', [{ OrganizationArn: organization }], [management, outsideOfUnits, builder, consumer]],
    ['the unit of the account', [{ OrganizationalUnitArn: production }], [builder, consumer]],
    ['a unit further up', [{ OrganizationalUnitArn: workloads }], [builder, consumer]],
    ['everyone', [{ Group: 'all' }], [management, outsideOfUnits, builder, consumer, stranger]],
  ]
  test.each(grants)('%s', async (_name, permissions, expected) => {
    const image = stage.image({}, { launchPermissions: permissions })
    for (const accountId of [management, outsideOfUnits, builder, consumer, stranger]) {
      expect(await ids(accountId), accountId).toEqual(expected.includes(accountId) ? [image.imageId] : [])
    }
  })

  test('an account that moves under a unit sees what the unit was given', async () => {
    const image = stage.image({}, { launchPermissions: [{ OrganizationalUnitArn: production }] })
    expect(await ids(outsideOfUnits)).toEqual([])
    moveAccount(stage.world, outsideOfUnits, 'ou-stag-producti')
    expect(await ids(outsideOfUnits)).toEqual([image.imageId])
  })

  test('a share is for one Region (R1)', async () => {
    stage.image({}, { launchPermissions: [{ UserId: consumer }] })
    expect(await ids(consumer, {}, away)).toEqual([])
  })

  test('an image that is not available yet is its owner’s business', async () => {
    const image = stage.image({ State: 'pending' }, { launchPermissions: [{ UserId: consumer }] })
    expect(await ids(consumer)).toEqual([])
    expect(await ids(builder)).toEqual([image.imageId])
  })
})

describe('scopes', () => {
  let named: Record<string, string>
  beforeEach(() => {
    const made = {
      own: stage.image({}, { ownerId: consumer }),
      explicit: stage.image({}, { launchPermissions: [{ UserId: consumer }] }),
      unit: stage.image({}, { launchPermissions: [{ OrganizationalUnitArn: workloads }] }),
      organization: stage.image({}, { launchPermissions: [{ OrganizationArn: organization }] }),
      everyone: stage.image({}, { launchPermissions: [{ Group: 'all' }] }),
      private: stage.image(),
      amazon: stage.image(
        { ImageOwnerAlias: 'amazon' },
        { ownerId: '555555555555', launchPermissions: [{ Group: 'all' }] },
      ),
    }
    named = Object.fromEntries(Object.entries(made).map(([name, image]) => [image.imageId, name]))
  })

  const scopes: [string, string, DescribeImagesRequest, expected: string[]][] = [
    [
      'nothing asked: own, granted, public',
      consumer,
      {},
      ['own', 'explicit', 'unit', 'organization', 'everyone', 'amazon'],
    ],
    ['Owners self', consumer, { Owners: ['self'] }, ['own']],
    ['Owners amazon (R3)', consumer, { Owners: ['amazon'] }, ['amazon']],
    [
      'Owners by ID, only what is visible',
      consumer,
      { Owners: [builder] },
      ['explicit', 'unit', 'organization', 'everyone'],
    ],
    ['several owners', consumer, { Owners: ['self', 'amazon'] }, ['own', 'amazon']],
    [
      'ExecutableUsers self: also organization and units',
      consumer,
      { ExecutableUsers: ['self'] },
      ['explicit', 'unit', 'organization'],
    ],
    ['the own account ID is self', consumer, { ExecutableUsers: [consumer] }, ['explicit', 'unit', 'organization']],
    ['ExecutableUsers all', consumer, { ExecutableUsers: ['all'] }, ['everyone', 'amazon']],
    ['another account: only explicit ones', builder, { ExecutableUsers: [consumer] }, ['explicit']],
    ['owner and executable user together', consumer, { Owners: [builder], ExecutableUsers: ['all'] }, ['everyone']],
  ]
  test.each(scopes)('%s', async (_name, accountId, input, expected) => {
    const found = (await ids(accountId, input)).map(id => named[id ?? ''])
    expect(found.sort()).toEqual([...expected].sort())
  })

  test('scopes hold for images that a filter names, too', async () => {
    const all = { Filters: [{ Name: 'image-id', Values: Object.keys(named) }] }
    expect((await ids(consumer, { ...all, Owners: ['self'] })).map(id => named[id ?? ''])).toEqual(['own'])
    expect(await ids(consumer, all)).toHaveLength(6)
  })
})

describe('image IDs', () => {
  const refused: [string, string[], code: string][] = [
    ['what is no image ID', ['ami-123'], 'InvalidAMIID.Malformed'],
    ['an ID that nothing has', ['ami-00000000000000000'], 'InvalidAMIID.NotFound'],
  ]
  test.each(refused)('%s', async (_name, ImageIds, code) => {
    expect(await errorCode(() => ask(builder, { ImageIds }))).toBe(code)
  })

  test('an image that the caller may not see is not found', async () => {
    const { imageId } = stage.image()
    expect(await errorCode(() => ask(consumer, { ImageIds: [imageId] }))).toBe('InvalidAMIID.NotFound')
    expect(await ids(builder, { ImageIds: [imageId] })).toEqual([imageId])
  })

  test('a deregistered one is silence while instances refer to it, and then not found', async () => {
    const image = stage.image()
    const [instance] = launch(stage.world, image, { accountId: builder, instanceType: 't3.micro' })
    deregister(stage.world, image)
    expect(await ids(builder, { ImageIds: [image.imageId] })).toEqual([])
    if (instance) terminate(stage.world, instance)
    stage.setTime(new Date('2026-03-01T13:00:01Z'))
    expect(await errorCode(() => ask(builder, { ImageIds: [image.imageId] }))).toBe('InvalidAMIID.NotFound')
  })

  test('MaxResults does not go with image IDs', async () => {
    const { imageId } = stage.image()
    const code = await errorCode(() => ask(builder, { ImageIds: [imageId], MaxResults: 10 }))
    expect(code).toBe('InvalidParameterCombination')
  })
})

describe('deprecated and disabled (R4)', () => {
  test('others only see a deprecated image on request or by its ID, the owner always', async () => {
    const image = stage.image({}, { launchPermissions: [{ UserId: consumer }] })
    deprecate(stage.world, image, new Date('2026-02-28T00:00:00Z'))
    const { imageId } = image
    expect(await ids(consumer)).toEqual([])
    expect(await ids(consumer, { Filters: [{ Name: 'image-id', Values: [imageId] }] })).toEqual([])
    expect(await ids(consumer, { IncludeDeprecated: true })).toEqual([imageId])
    expect(await ids(consumer, { ImageIds: [imageId] })).toEqual([imageId])
    expect(await ids(builder)).toEqual([imageId])
  })

  test('a date to come hides nothing', async () => {
    const image = stage.image({}, { launchPermissions: [{ UserId: consumer }] })
    deprecate(stage.world, image, new Date('2026-03-02T00:00:20Z'))
    expect((await first(consumer)).DeprecationTime).toBe('2026-03-02T00:00:00.000Z')
    stage.setTime(new Date('2026-03-03T00:00:00Z'))
    expect(await ids(consumer)).toEqual([])
  })

  test('a disabled image needs IncludeDisabled, and is nobody else’s any more', async () => {
    const image = stage.image({}, { launchPermissions: [{ UserId: consumer }] })
    disable(stage.world, image)
    expect(await ids(builder)).toEqual([])
    expect(await ids(builder, { IncludeDisabled: true })).toEqual([image.imageId])
    expect(await ids(consumer, { IncludeDisabled: true })).toEqual([])
  })
})

describe('Allowed AMIs (R13)', () => {
  const criteria = [{ ImageProviders: [management] }]
  beforeEach(() => {
    stage.image({ Name: 'disallowed' }, { launchPermissions: [{ UserId: consumer }] })
    stage.image({ Name: 'allowed' }, { ownerId: management, launchPermissions: [{ UserId: consumer }] })
    stage.image({ Name: 'own' }, { ownerId: consumer })
  })
  const settings: ['disabled' | 'audit-mode' | 'enabled', Record<string, boolean | undefined>][] = [
    ['disabled', { disallowed: undefined, allowed: undefined, own: undefined }],
    ['audit-mode', { disallowed: false, allowed: true, own: true }],
    ['enabled', { allowed: true, own: true }],
  ]
  test.each(settings)('%s', async (state, expected) => {
    setSettings(stage.world, consumer, home, { allowedImages: { state, criteria } })
    const { Images = [] } = await ask(consumer)
    expect(Object.fromEntries(Images.map(image => [image.Name, image.ImageAllowed]))).toEqual(expected)
    expect((await first(builder)).ImageAllowed).toBeUndefined()
  })

  const meets: [string, Parameters<typeof setSettings>[3]['allowedImages'], names: string[]][] = [
    ['a name with a wildcard', { state: 'enabled', criteria: [{ ImageNames: ['dis*'] }] }, ['disallowed', 'own']],
    [
      'both parts of one criterion',
      { state: 'enabled', criteria: [{ ImageProviders: [management], ImageNames: ['dis*'] }] },
      ['own'],
    ],
    [
      'one of two criteria',
      { state: 'enabled', criteria: [...criteria, { ImageNames: ['dis*'] }] },
      ['allowed', 'disallowed', 'own'],
    ],
    ['no criteria at all', { state: 'enabled', criteria: [] }, ['own']],
    ['no provider at all', { state: 'enabled', criteria: [{ ImageProviders: ['none'] }] }, ['own']],
    [
      'lists that are written out empty, which no request can set',
      {
        state: 'enabled',
        criteria: [{ ImageProviders: [], ImageNames: ['dis*'], MarketplaceProductCodes: [], ImageWatermarks: [] }],
      },
      ['disallowed', 'own'],
    ],
    [
      'a watermark',
      { state: 'enabled', criteria: [{ ImageWatermarks: [{ WatermarkKey: '*:approved' }] }] },
      ['marked', 'own'],
    ],
    [
      'a watermark of another Region',
      { state: 'enabled', criteria: [{ ImageWatermarks: [{ WatermarkKey: '*:approved', SourceImageRegion: away }] }] },
      ['own'],
    ],
    [
      'a watermark that is young enough',
      { state: 'enabled', criteria: [{ ImageWatermarks: [{ MaximumDaysSinceWatermarkCreated: 0 }] }] },
      ['marked', 'own'],
    ],
  ]
  test.each(meets)('%s', async (_name, allowedImages, names) => {
    const marked = stage.image({ Name: 'marked' }, { launchPermissions: [{ UserId: consumer }] })
    attachWatermark(stage.world, marked, `${builder}:approved`)
    if (allowedImages) setSettings(stage.world, consumer, home, { allowedImages })
    expect((await ask(consumer)).Images?.map(image => image.Name).sort()).toEqual(names)
  })
})

describe('what an image says', () => {
  test('each account sees the tags that it set itself (R10)', async () => {
    const image = stage.image({}, { launchPermissions: [{ Group: 'all' }] })
    const { region, imageId: resourceId } = image
    tag(stage.world, { region, resourceId, accountId: builder }, [{ Key: 'owner', Value: 'plattform' }])
    tag(stage.world, { region, resourceId, accountId: consumer }, [{ Key: 'الفريق', Value: '🚢 <&>"' }])
    expect((await first(builder)).Tags).toEqual([{ Key: 'owner', Value: 'plattform' }])
    expect((await first(consumer)).Tags).toEqual([{ Key: 'الفريق', Value: '🚢 <&>"' }])
    expect((await first(stranger)).Tags).toBeUndefined()
    expect(await ids(consumer, { Filters: [{ Name: 'tag:owner', Values: ['*'] }] })).toEqual([])
    expect(await ids(consumer, { Filters: [{ Name: 'tag-key', Values: ['الفريق'] }] })).toEqual([resourceId])
  })

  test('the last launch is told a day later, and to the owner only (R5)', async () => {
    const image = stage.image({}, { launchPermissions: [{ UserId: consumer }] })
    launch(stage.world, image, { accountId: consumer, instanceType: 't3.micro' })
    expect((await first(builder)).LastLaunchedTime).toBeUndefined()
    stage.setTime(new Date('2026-03-02T12:00:00Z'))
    launch(stage.world, image, { accountId: consumer, instanceType: 't3.micro' })
    expect((await first(builder)).LastLaunchedTime).toBe('2026-03-01T12:00:00Z')
    expect((await first(consumer)).LastLaunchedTime).toBeUndefined()
  })

  test('a public image is deprecated two years after its creation (R4)', async () => {
    const image = stage.image()
    share(stage.world, image, [{ Group: 'all' }])
    expect(await first(stranger)).toMatchObject({ Public: true, DeprecationTime: '2028-03-01T12:00:00.000Z' })
  })
})

describe('filters', () => {
  const facts: Image = {
    Name: 'gold-linux-2026.03',
    CreationDate: '2026-02-11T08:30:00.000Z',
    ProductCodes: [{ ProductCodeId: 'abc', ProductCodeType: 'marketplace' }],
    BootMode: 'uefi',
    ImageWatermarks: [
      {
        WatermarkKey: `${builder}:approved`,
        SourceImageRegion: away,
        SourceImageId: 'ami-0000000000000000a',
        SourceImageCreationTime: new Date('2026-02-10T08:30:00Z'),
        WatermarkCreationTime: new Date('2026-02-11T08:30:00Z'),
      },
    ],
  }
  const rows: [string, string[], found: boolean][] = [
    ['name', ['gold-linux-2026.03'], true],
    ['name', ['gold-*'], true],
    ['name', ['gold-?inux-*'], true],
    ['name', ['Gold-*'], false],
    ['name', ['gold-linux-2026?03.*'], false],
    ['name', ['gold-\\*'], false],
    ['name', ['other', 'gold-linux*'], true],
    ['image-id', ['ami-*'], true],
    ['image-id', ['ami-00000000000000000'], false],
    ['owner-id', [builder], true],
    ['owner-alias', ['amazon'], false],
    ['state', ['available'], true],
    ['state', ['pending', 'failed'], false],
    ['architecture', ['x86_64'], true],
    ['is-public', ['false'], true],
    ['is-public', ['true'], false],
    ['creation-date', ['2026-02-11T*'], true],
    ['product-code', ['abc'], true],
    ['product-code.type', ['devpay'], false],
    ['platform', ['windows'], false],
    ['root-device-type', ['ebs'], true],
    ['virtualization-type', ['hvm'], true],
    ['boot-mode', ['uefi'], true],
    ['image-watermark.watermark-key', [`${builder}:approved`], true],
    ['image-watermark.watermark-key', ['*:approved'], true],
    ['image-watermark.watermark-key', ['*:tested'], false],
    ['image-watermark.source-image-region', [away], true],
    ['image-watermark.source-image-region', [home], false],
    ['image-watermark.source-image-id', ['ami-0000000000000000a'], true],
    ['image-watermark.source-image-creation-time', ['2026-02-10T*'], true],
    ['image-watermark.watermark-creation-time', ['2026-02-10T*'], false],
    ['tag:team', ['sea'], true],
    ['tag:team', ['air'], false],
    ['tag-key', ['te?m'], true],
  ]
  test.each(rows)('%s %j', async (Name, Values, found) => {
    const { imageId } = stage.image(facts, { tags: [{ Key: 'team', Value: 'sea' }] })
    expect(await ids(builder, { Filters: [{ Name, Values }] })).toEqual(found ? [imageId] : [])
  })

  test('all filters have to match', async () => {
    stage.image(facts)
    const matching = { Name: 'name', Values: ['gold-*'] }
    expect(await ids(builder, { Filters: [matching, { Name: 'state', Values: ['failed'] }] })).toEqual([])
  })

  const refused: [string, DescribeImagesRequest, code: string][] = [
    ['an unknown name', { Filters: [{ Name: 'colour', Values: ['blue'] }] }, 'InvalidParameterValue'],
    ['a name that every object has', { Filters: [{ Name: 'toString', Values: ['x'] }] }, 'InvalidParameterValue'],
    ['201 values', { Filters: [{ Name: 'name', Values: Array(201).fill('x') }] }, 'FilterLimitExceeded'],
    ['an owner that cannot be', { Owners: ['somebody'] }, 'InvalidParameterValue'],
    ['a user that cannot be', { ExecutableUsers: ['somebody'] }, 'InvalidParameterValue'],
  ]
  test.each(refused)('%s is refused', async (_name, input, code) => {
    expect(await errorCode(() => ask(builder, input))).toBe(code)
  })
})

describe('pages', () => {
  const pages = async (accountId: string, input: DescribeImagesRequest, between?: () => void) => {
    const found: (string | undefined)[][] = []
    let NextToken: string | undefined
    do {
      const answer = await ask(accountId, { ...input, NextToken })
      found.push((answer.Images ?? []).map(image => image.ImageId))
      NextToken = answer.NextToken
      between?.()
    } while (NextToken !== undefined)
    return found
  }

  test('every image once, in pages of the size asked for, and no token after the last', async () => {
    const made = Array.from({ length: 7 }, () => stage.image({}, { launchPermissions: [{ UserId: consumer }] }))
    stage.image({}, { ownerId: consumer, launchPermissions: [{ Group: 'all' }, { UserId: consumer }] })
    const found = await pages(consumer, { MaxResults: 4 })
    expect(found.map(page => page.length)).toEqual([4, 4])
    expect(new Set(found.flat()).size).toBe(8)
    expect((await pages(builder, { Owners: ['self'], MaxResults: 7 })).map(page => page.length)).toEqual([made.length])
  })

  test('stay right while images come and go', async () => {
    const made = Array.from({ length: 40 }, () => stage.image())
    let step = 0
    const found = await pages(builder, { Owners: ['self'], MaxResults: 5 }, () => {
      stage.image()
      const gone = made[step++ * 3]
      if (gone && step % 2 === 1) deregister(stage.world, gone)
    })
    const seen = found.flat()
    expect(new Set(seen).size).toBe(seen.length)
    const stayed = made.filter(image => image.facts.State === 'available').map(image => image.imageId)
    expect(seen).toEqual(expect.arrayContaining(stayed))
  })

  const refused: [string, DescribeImagesRequest][] = [
    ['a token that is none', { NextToken: 'bm90IGEgdG9rZW4' }],
    ['no images on a page', { MaxResults: 0 }],
    ['more than 1000', { MaxResults: 1001 }],
  ]
  test.each(refused)('%s is refused', async (_name, input) => {
    expect(await errorCode(() => ask(builder, input))).toBe('InvalidParameterValue')
  })
})

test('times are those of the world', async () => {
  stage.image()
  expect((await first(builder)).CreationDate).toBe(start.toISOString())
})
