import type { CopyImageRequest } from '@aws-sdk/client-ec2'
import { beforeEach, describe, expect, test } from 'vitest'
import { ec2Calls } from '../../../src/sandbox/calls/ec2/calls.ts'
import { deprecate, share, tag } from '../../../src/sandbox/world/changes.ts'
import { regionOf } from '../../../src/sandbox/world/find.ts'
import { defaultEbsKey, type KeyKind } from '../../../src/sandbox/world/kms-keys.ts'
import type { WorldImage } from '../../../src/sandbox/world/world.ts'
import { away, builder, consumer, createStage, errorCode, home, type Stage, stranger } from './stage.ts'

let stage: Stage
beforeEach(() => {
  stage = createStage()
})

const copy = (image: WorldImage, accountId = builder, input: Partial<CopyImageRequest> = {}) =>
  ec2Calls.CopyImage(
    { Name: 'copy', SourceImageId: image.imageId, SourceRegion: home, ...input },
    stage.as(accountId, away),
  )

const madeIn = (region: string, { ImageId = '' }: { ImageId?: string | undefined }) =>
  regionOf(stage.world, region).images.get(ImageId)

const key = (sharedWithOrganization: boolean): KeyKind => ({
  alias: 'alias/k',
  awsManaged: false,
  sharedWithOrganization,
})

describe('copying', () => {
  test('the copy is linked to its source, keeps its codes and starts without permissions (R1, R14)', async () => {
    const image = stage.backed()
    image.facts.ProductCodes = [{ ProductCodeId: 'abc', ProductCodeType: 'marketplace' }]
    share(stage.world, image, [{ UserId: consumer }])
    deprecate(stage.world, image, new Date('2026-01-01'))
    const made = madeIn(away, await copy(image))
    expect(made).toMatchObject({ ownerId: builder, region: away, launchPermissions: [] })
    expect(made?.facts).toMatchObject({
      Name: 'copy',
      SourceImageId: image.imageId,
      SourceImageRegion: home,
      ProductCodes: [{ ProductCodeId: 'abc', ProductCodeType: 'marketplace' }],
    })
    expect(made?.facts.DeprecationTime).toBeUndefined()
    expect(made?.facts.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId).not.toBe(
      image.facts.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId,
    )
  })

  test('one’s own tags go along on request (R10)', async () => {
    const image = stage.backed(undefined, { createVolumePermissions: [{ UserId: consumer }] })
    share(stage.world, image, [{ UserId: consumer }])
    for (const accountId of [builder, consumer])
      tag(stage.world, { region: home, resourceId: image.imageId, accountId }, [{ Key: 'by', Value: accountId }])
    const made = madeIn(away, await copy(image, consumer, { CopyImageTags: true }))
    expect([...(made?.tags ?? [])]).toEqual([[consumer, [{ Key: 'by', Value: consumer }]]])
  })

  const rights: [string, () => WorldImage, code: string | undefined][] = [
    ['launching is not enough', () => stage.backed(), 'InvalidRequest'],
    [
      'readable snapshots are',
      () => stage.backed(undefined, { createVolumePermissions: [{ UserId: consumer }] }),
      undefined,
    ],
    ['public ones, too', () => stage.backed(undefined, { createVolumePermissions: [{ Group: 'all' }] }), undefined],
    [
      'an encrypted one needs the key',
      () => stage.backed(key(false), { createVolumePermissions: [{ UserId: consumer }] }),
      'InvalidRequest',
    ],
    [
      'and works with it',
      () => stage.backed(key(true), { createVolumePermissions: [{ UserId: consumer }] }),
      undefined,
    ],
  ]
  test.each(rights)('of a shared image: %s (R7, R9)', async (_name, make, code) => {
    const image = make()
    share(stage.world, image, [{ UserId: consumer }])
    expect(await errorCode(() => copy(image, consumer))).toBe(code)
  })

  const keys: [string, KeyKind | undefined, Partial<CopyImageRequest>, alias: string | undefined][] = [
    ['nothing encrypted', undefined, {}, undefined],
    ['an encrypted source stays encrypted, with the default key', key(true), {}, defaultEbsKey.alias],
    ['encryption on request', undefined, { Encrypted: true }, defaultEbsKey.alias],
  ]
  test.each(keys)('%s', async (_name, from, input, alias) => {
    const made = madeIn(away, await copy(stage.backed(from), builder, input))
    const region = regionOf(stage.world, away)
    const ebs = made?.facts.BlockDeviceMappings?.[0]?.Ebs
    expect(ebs?.Encrypted).toBe(alias !== undefined)
    const keyArn = region.snapshots.get(ebs?.SnapshotId ?? '')?.facts.KmsKeyId
    expect(region.keys.get(keyArn ?? '')?.alias).toBe(alias)
  })

  test('a key by ID becomes one of the caller in this Region', async () => {
    const made = madeIn(away, await copy(stage.backed(), builder, { Encrypted: true, KmsKeyId: 'abc-123' }))
    const ebs = made?.facts.BlockDeviceMappings?.[0]?.Ebs
    const facts = regionOf(stage.world, away).snapshots.get(ebs?.SnapshotId ?? '')?.facts
    expect(facts?.KmsKeyId).toBe(`arn:aws:kms:${away}:${builder}:key/abc-123`)
  })

  const refused: [string, Partial<CopyImageRequest>, accountId: string, code: string][] = [
    ['an unknown Region', { SourceRegion: 'mars-north-1' }, builder, 'InvalidParameterValue'],
    ['an image of another Region (R1)', { SourceRegion: away }, builder, 'InvalidAMIID.NotFound'],
    ['an image that is not shared', {}, stranger, 'AuthFailure'],
    ['a name that no image can have', { Name: '<&>' }, builder, 'InvalidAMIName.Malformed'],
    ['a key without encryption', { KmsKeyId: 'abc' }, builder, 'InvalidParameterCombination'],
  ]
  test.each(refused)('%s is refused', async (_name, input, accountId, code) => {
    expect(await errorCode(() => copy(stage.backed(), accountId, input))).toBe(code)
  })

  test('a name that is taken is refused', async () => {
    const image = stage.backed()
    await copy(image)
    expect(await errorCode(() => copy(image))).toBe('InvalidAMIName.Duplicate')
  })
})

describe('registering', () => {
  const register = (SnapshotId: string, accountId = builder) =>
    ec2Calls.RegisterImage(
      {
        Name: 'from-snapshot',
        VirtualizationType: 'hvm',
        RootDeviceName: '/dev/xvda',
        BootMode: 'uefi',
        BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId } }],
      },
      stage.as(accountId),
    )
  const snapshotOf = (image: WorldImage) => image.facts.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId ?? ''

  test('an image takes size, encryption and product codes from its snapshot (R14)', async () => {
    const productCodes = [{ ProductCodeId: 'abc', ProductCodeType: 'marketplace' as const }]
    const backed = stage.backed(key(true), { productCodes })
    const { facts, ownerId } = madeIn(home, await register(snapshotOf(backed))) ?? {}
    expect(ownerId).toBe(builder)
    expect(facts).toMatchObject({
      BootMode: 'uefi',
      ProductCodes: productCodes,
      RootDeviceType: 'ebs',
      State: 'available',
    })
    expect(facts?.BlockDeviceMappings?.[0]?.Ebs).toMatchObject({ Encrypted: true, VolumeSize: 8 })
  })

  test('a snapshot that one cannot read is not found', async () => {
    expect(await errorCode(() => register(snapshotOf(stage.backed()), consumer))).toBe('InvalidSnapshot.NotFound')
  })

  test('no snapshot and no location: nothing to register', async () => {
    expect(await errorCode(() => ec2Calls.RegisterImage({ Name: 'empty' }, stage.as(builder)))).toBe('MissingParameter')
  })
})
