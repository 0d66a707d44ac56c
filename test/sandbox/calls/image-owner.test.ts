import type { LaunchPermission, ModifyImageAttributeRequest } from '@aws-sdk/client-ec2'
import { beforeEach, describe, expect, test } from 'vitest'
import { ec2Calls } from '../../../src/sandbox/calls/ec2/calls.ts'
import { copyImage, deprecate, disable, setSettings } from '../../../src/sandbox/world/changes.ts'
import { defaultEbsKey } from '../../../src/sandbox/world/kms-keys.ts'
import type { WorldImage } from '../../../src/sandbox/world/world.ts'
import {
  away,
  builder,
  consumer,
  createStage,
  errorCode,
  home,
  organization,
  production,
  type Stage,
  start,
  stranger,
} from './stage.ts'

let stage: Stage
let image: WorldImage
beforeEach(() => {
  stage = createStage()
  image = stage.image()
})

const modify = (input: Omit<ModifyImageAttributeRequest, 'ImageId'>, accountId = builder, imageId = image.imageId) =>
  ec2Calls.ModifyImageAttribute({ ...input, ImageId: imageId }, stage.as(accountId))

const permissions = async (imageId = image.imageId, accountId = builder) =>
  (await ec2Calls.DescribeImageAttribute({ ImageId: imageId, Attribute: 'launchPermission' }, stage.as(accountId)))
    .LaunchPermissions

const unblock = () => setSettings(stage.world, builder, home, { imageBlockPublicAccess: 'unblocked' })

describe('launch permissions (R6)', () => {
  const kinds: LaunchPermission[] = [
    { UserId: consumer },
    { OrganizationArn: organization },
    { OrganizationalUnitArn: production },
    { Group: 'all' },
  ]
  test.each(kinds)('%j is added and removed', async permission => {
    unblock()
    await modify({ LaunchPermission: { Add: [permission] } })
    await modify({ LaunchPermission: { Add: [permission] } })
    expect(await permissions()).toEqual([permission])
    await modify({ LaunchPermission: { Remove: [permission] } })
    expect(await permissions()).toEqual([])
  })

  test('the other way to say it', async () => {
    const Attribute = 'launchPermission'
    await modify({ Attribute, OperationType: 'add', UserIds: [consumer], OrganizationArns: [organization] })
    await modify({ Attribute, OperationType: 'remove', UserIds: [consumer] })
    expect(await permissions()).toEqual([{ OrganizationArn: organization }])
  })

  test('listeners hear of it', async () => {
    const heard: unknown[] = []
    const stop = stage.world.onChange(change => heard.push(change))
    await modify({ LaunchPermission: { Add: [{ UserId: consumer }] } })
    stop()
    await modify({ LaunchPermission: { Remove: [{ UserId: consumer }] } })
    expect(heard).toEqual([
      expect.objectContaining({ kind: 'launch-permissions', added: [{ UserId: consumer }], removed: [] }),
    ])
  })

  const malformed: LaunchPermission[] = [
    { UserId: '12345' },
    { OrganizationArn: 'arn:aws:organizations::111111111111:ou/o-stage00000/ou-stag-producti' },
    { OrganizationalUnitArn: organization },
    { Group: 'friends' as 'all' },
    {},
  ]
  test.each(malformed)('%j is refused', async permission => {
    const code = await errorCode(() => modify({ LaunchPermission: { Add: [permission] } }))
    expect(code).toBe('InvalidAMIAttributeItemValue')
  })
})

describe('what only the owner may do (R7)', () => {
  const calls: [string, (accountId: string, ImageId: string) => unknown][] = [
    ['read launch permissions', (accountId, ImageId) => permissions(ImageId, accountId)],
    [
      'share',
      (accountId, ImageId) => modify({ LaunchPermission: { Add: [{ UserId: stranger }] } }, accountId, ImageId),
    ],
    ['deregister', (accountId, ImageId) => ec2Calls.DeregisterImage({ ImageId }, stage.as(accountId))],
    ['disable', (accountId, ImageId) => ec2Calls.DisableImage({ ImageId }, stage.as(accountId))],
    ['enable', (accountId, ImageId) => ec2Calls.EnableImage({ ImageId }, stage.as(accountId))],
    ['stop deprecating', (accountId, ImageId) => ec2Calls.DisableImageDeprecation({ ImageId }, stage.as(accountId))],
    [
      'deprecate',
      (accountId, ImageId) =>
        ec2Calls.EnableImageDeprecation({ ImageId, DeprecateAt: new Date('2026-04-01') }, stage.as(accountId)),
    ],
  ]
  test.each(calls)('%s', async (_name, attempt) => {
    await modify({ LaunchPermission: { Add: [{ UserId: consumer }] } })
    expect(await errorCode(() => attempt(consumer, image.imageId))).toBe('AuthFailure')
    expect(await errorCode(() => attempt(builder, image.imageId))).toBeUndefined()
    expect(await errorCode(() => attempt(builder, 'ami-00000000000000000'))).toBe('InvalidAMIID.NotFound')
    expect(await errorCode(() => attempt(builder, 'nonsense'))).toBe('InvalidAMIID.Malformed')
  })

  test('a deregistered image is no longer available to its owner, and was never there for others', async () => {
    await ec2Calls.DeregisterImage({ ImageId: image.imageId }, stage.as(builder))
    expect(await errorCode(() => permissions())).toBe('InvalidAMIID.Unavailable')
    expect(await errorCode(() => permissions(image.imageId, consumer))).toBe('InvalidAMIID.NotFound')
  })
})

describe('never public (R8)', () => {
  const share = (wanted: WorldImage, permission: LaunchPermission) =>
    errorCode(() => modify({ LaunchPermission: { Add: [permission] } }, builder, wanted.imageId))
  const rows: [string, () => WorldImage][] = [
    ['encrypted', () => stage.backed(defaultEbsKey)],
    ['with a product code', () => stage.image({ ProductCodes: [{ ProductCodeId: 'x', ProductCodeType: 'devpay' }] })],
    [
      'while public access is blocked',
      () => {
        setSettings(stage.world, builder, home, { imageBlockPublicAccess: 'block-new-sharing' })
        return image
      },
    ],
  ]
  test.each(rows)('%s', async (_name, make) => {
    unblock()
    const wanted = make()
    expect(await share(wanted, { Group: 'all' })).toBe('OperationNotPermitted')
    expect(await share(wanted, { UserId: consumer })).toBeUndefined()
    expect(await share(wanted, { OrganizationArn: organization })).toBeUndefined()
  })

  test('blocking is the default', async () => {
    expect(await share(image, { Group: 'all' })).toBe('OperationNotPermitted')
    const state = await ec2Calls.GetImageBlockPublicAccessState({}, stage.as(builder))
    expect(state).toEqual({ ImageBlockPublicAccessState: 'block-new-sharing', ManagedBy: 'account' })
  })
})

describe('disabled (R4)', () => {
  test('disabling takes every permission for good, and a disabled image cannot be shared', async () => {
    await modify({ LaunchPermission: { Add: [{ UserId: consumer }] } })
    await ec2Calls.DisableImage({ ImageId: image.imageId }, stage.as(builder))
    expect(image.facts.State).toBe('disabled')
    const again = () => modify({ LaunchPermission: { Add: [{ UserId: consumer }] } })
    expect(await errorCode(again)).toBe('OperationNotPermitted')
    await ec2Calls.EnableImage({ ImageId: image.imageId }, stage.as(builder))
    expect(image.facts.State).toBe('available')
    expect(await permissions()).toEqual([])
  })
})

describe('deprecation (R4)', () => {
  const at = (time: string) =>
    errorCode(() =>
      ec2Calls.EnableImageDeprecation({ ImageId: image.imageId, DeprecateAt: new Date(time) }, stage.as(builder)),
    )
  const rows: [string, string, isPublic: boolean, code: string | undefined][] = [
    ['to come', '2026-06-01T00:00:00Z', false, undefined],
    ['past', '2026-02-01T00:00:00Z', false, 'InvalidParameterValue'],
    ['eleven years ahead', '2037-03-01T00:00:00Z', false, 'InvalidParameterValue'],
    ['public, within two years of creation', '2028-02-01T00:00:00Z', true, undefined],
    ['public, later', '2028-04-01T00:00:00Z', true, 'InvalidParameterValue'],
  ]
  test.each(rows)('%s', async (_name, time, isPublic, code) => {
    unblock()
    if (isPublic) await modify({ LaunchPermission: { Add: [{ Group: 'all' }] } })
    expect(await at(time)).toBe(code)
  })

  test('a public image keeps its date until it is private', async () => {
    unblock()
    await modify({ LaunchPermission: { Add: [{ Group: 'all' }] } })
    const stop = () => ec2Calls.DisableImageDeprecation({ ImageId: image.imageId }, stage.as(builder))
    expect(await errorCode(stop)).toBe('OperationNotPermitted')
    await modify({ LaunchPermission: { Remove: [{ Group: 'all' }] } })
    expect(await errorCode(stop)).toBeUndefined()
    expect(image.facts.DeprecationTime).toBeUndefined()
  })

  test('making an image public keeps an earlier date', async () => {
    unblock()
    deprecate(stage.world, image, new Date('2026-05-05T00:00:00Z'))
    await modify({ LaunchPermission: { Add: [{ Group: 'all' }] } })
    expect(image.facts.DeprecationTime).toBe('2026-05-05T00:00:00.000Z')
  })
})

describe('deregistering (R5)', () => {
  test('a protected image stays', async () => {
    image.facts.DeregistrationProtection = 'enabled-without-cooldown'
    const attempt = () => ec2Calls.DeregisterImage({ ImageId: image.imageId }, stage.as(builder))
    expect(await errorCode(attempt)).toBe('OperationNotPermitted')
    expect(await permissions()).toEqual([])
  })

  test('snapshots go along when asked for, but not those that another image needs', async () => {
    const backed = stage.backed()
    const SnapshotId = backed.facts.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId
    const twin = stage.image({ BlockDeviceMappings: backed.facts.BlockDeviceMappings })
    const remove = ({ imageId }: WorldImage) =>
      ec2Calls.DeregisterImage({ ImageId: imageId, DeleteAssociatedSnapshots: true }, stage.as(builder))
    expect(await remove(twin)).toMatchObject({ DeleteSnapshotResults: [{ SnapshotId, ReturnCode: 'skipped' }] })
    expect(await remove(backed)).toMatchObject({ DeleteSnapshotResults: [{ SnapshotId, ReturnCode: 'success' }] })
    expect((await ec2Calls.DescribeSnapshots({}, stage.as(builder))).Snapshots).toEqual([])
  })
})

describe('attributes', () => {
  const rows: [string, object][] = [
    ['description', { Description: { Value: 'Edge' } }],
    ['bootMode', { BootMode: { Value: 'uefi' } }],
    ['deregistrationProtection', { DeregistrationProtection: { Value: 'disabled' } }],
    ['productCodes', { ProductCodes: [] }],
    ['uefiData', { UefiData: {} }],
  ]
  test.each(rows)('%s', async (Attribute, expected) => {
    image.facts.Description = 'Edge'
    image.facts.BootMode = 'uefi'
    const asked = { ImageId: image.imageId, Attribute: Attribute as 'description' }
    expect(await ec2Calls.DescribeImageAttribute(asked, stage.as(builder))).toEqual({
      ImageId: image.imageId,
      ...expected,
    })
  })

  test('an unknown one is refused', async () => {
    const asked = { ImageId: image.imageId, Attribute: 'colour' as 'description' }
    expect(await errorCode(() => ec2Calls.DescribeImageAttribute(asked, stage.as(builder)))).toBe(
      'InvalidParameterValue',
    )
  })

  test('the description can be changed', async () => {
    await modify({ Description: { Value: 'Größer' } })
    expect(image.facts.Description).toBe('Größer')
    await modify({ Attribute: 'description', Value: 'Kleiner' })
    expect(image.facts.Description).toBe('Kleiner')
  })
})

test('a disabled image is disabled again without complaint', async () => {
  disable(stage.world, image)
  expect(await ec2Calls.DisableImage({ ImageId: image.imageId }, stage.as(builder))).toEqual({ Return: true })
})

describe('watermarks (R19)', () => {
  const attach = async (name: string, accountId = builder) =>
    (await ec2Calls.AttachImageWatermark({ ImageId: image.imageId, WatermarkName: name }, stage.as(accountId)))
      .WatermarkKey
  const detach = (key: string, accountId = builder) =>
    ec2Calls.DetachImageWatermark({ ImageId: image.imageId, WatermarkKey: key }, stage.as(accountId))
  const keys = (of: WorldImage = image) => of.facts.ImageWatermarks?.map(mark => mark.WatermarkKey)

  test('are attached by the owner, once, and taken off', async () => {
    expect(await attach('approved (v1)')).toBe(`${builder}:approved (v1)`)
    await attach('approved (v1)')
    expect(image.facts.ImageWatermarks).toEqual([
      {
        WatermarkKey: `${builder}:approved (v1)`,
        SourceImageRegion: home,
        SourceImageId: image.imageId,
        SourceImageCreationTime: start,
        WatermarkCreationTime: start,
      },
    ])
    await detach(`${builder}:none`)
    expect(keys()).toHaveLength(1)
    await detach(`${builder}:approved (v1)`)
    expect(keys()).toBeUndefined()
  })

  test('go with copies, which keep them whatever becomes of the source', async () => {
    await attach('approved')
    const copy = copyImage(stage.world, image, { region: away, ownerId: consumer, name: 'copy' })
    await detach(`${builder}:approved`)
    expect(keys(copy)).toEqual([`${builder}:approved`])
    expect(copy.facts.ImageWatermarks?.[0]).toMatchObject({ SourceImageId: image.imageId, SourceImageRegion: home })
  })

  test('and publicness exclude each other', async () => {
    unblock()
    await attach('approved')
    const publish = () => modify({ LaunchPermission: { Add: [{ Group: 'all' }] } })
    expect(await errorCode(publish)).toBe('OperationNotPermitted')
    await detach(`${builder}:approved`)
    await publish()
    expect(await errorCode(() => attach('approved'))).toBe('OperationNotPermitted')
  })

  test('are the owner’s business, five at most, with names as AWS wants them', async () => {
    expect(await errorCode(() => attach('approved', consumer))).toBe('AuthFailure')
    expect(await errorCode(() => detach('k', consumer))).toBe('AuthFailure')
    for (const name of ['', 'ab', 'x'.repeat(129), 'a:b', 'naïve'])
      expect(await errorCode(() => attach(name)), name).toBe('InvalidParameterValue')
    for (const name of ['one', 'two', 'three', 'four', 'five']) await attach(name)
    await attach('five')
    expect(await errorCode(() => attach('six'))).toBe('OperationNotPermitted')
  })
})

describe('instance types that an image is for (R2)', () => {
  const replace = (supported?: string[], unsupported?: string[]) =>
    ec2Calls.ReplaceImageInstanceTypeSpecification(
      {
        ImageId: image.imageId,
        ...(supported || unsupported
          ? { InstanceTypeSpecification: { SupportedInstanceTypes: supported, UnsupportedInstanceTypes: unsupported } }
          : {}),
      },
      stage.as(builder),
    )
  const launchOn = (InstanceType: string) =>
    ec2Calls.RunInstances(
      { ImageId: image.imageId, InstanceType: InstanceType as 't3.micro', MinCount: 1, MaxCount: 1 },
      stage.as(builder),
    )

  test('are the only ones on which it launches', async () => {
    await replace(['t3.*', 'm5.large'], ['t3.micro'])
    expect(await errorCode(() => launchOn('m5.xlarge'))).toBe('InvalidParameterCombination')
    expect(await errorCode(() => launchOn('t3.micro'))).toBe('InvalidParameterCombination')
    await launchOn('m5.large')
    await replace(undefined, ['m5.*'])
    expect(await errorCode(() => launchOn('m5.large'))).toBe('InvalidParameterCombination')
    await launchOn('t3.micro')
    await replace()
    expect(image.facts.InstanceTypeSpecification).toBeUndefined()
    await launchOn('m5.large')
  })

  test('are named once each, as types or patterns', async () => {
    for (const entries of [
      ['t3 micro'],
      ['t3.**'],
      ['t3.micro', 't3.micro'],
      Array.from({ length: 101 }, (_, i) => `t${i}.x`),
    ])
      expect(await errorCode(() => replace(entries))).toBe('InvalidParameterValue')
    expect(await errorCode(() => replace(['t3.*'], ['t3.*']))).toBe('InvalidParameterValue')
  })
})
