import type { CreateVolumePermission, DescribeSnapshotsRequest, Tag } from '@aws-sdk/client-ec2'
import { beforeEach, describe, expect, test } from 'vitest'
import { ec2Calls } from '../../../src/sandbox/calls/ec2/calls.ts'
import { launch, share } from '../../../src/sandbox/world/changes.ts'
import type { WorldImage } from '../../../src/sandbox/world/world.ts'
import { builder, consumer, createStage, errorCode, type Stage, stranger } from './stage.ts'

let stage: Stage
beforeEach(() => {
  stage = createStage()
})

const snapshotOf = (image: WorldImage) => image.facts.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId ?? ''

describe('snapshots (R7)', () => {
  let named: Record<string, string>
  beforeEach(() => {
    const readers = (...createVolumePermissions: CreateVolumePermission[]) => ({ createVolumePermissions })
    named = {
      [snapshotOf(stage.backed())]: 'private',
      [snapshotOf(stage.backed(undefined, readers({ UserId: consumer })))]: 'explicit',
      [snapshotOf(stage.backed(undefined, readers({ Group: 'all' })))]: 'public',
      [snapshotOf(stage.backed(undefined, { ownerId: consumer }))]: 'own',
    }
  })
  const ask = async (accountId: string, input: DescribeSnapshotsRequest) =>
    ((await ec2Calls.DescribeSnapshots(input, stage.as(accountId))).Snapshots ?? [])
      .map(({ SnapshotId = '' }) => named[SnapshotId])
      .sort()

  const rows: [string, string, DescribeSnapshotsRequest, expected: string[]][] = [
    ['all that can be read', consumer, {}, ['explicit', 'own', 'public']],
    ['OwnerIds self', consumer, { OwnerIds: ['self'] }, ['own']],
    ['OwnerIds of another', consumer, { OwnerIds: [builder] }, ['explicit', 'public']],
    ['RestorableByUserIds self: own and explicit', consumer, { RestorableByUserIds: ['self'] }, ['explicit', 'own']],
    ['RestorableByUserIds all', consumer, { RestorableByUserIds: ['all'] }, ['public']],
    ['RestorableByUserIds of another, by the owner', builder, { RestorableByUserIds: [consumer] }, ['explicit']],
    ['a filter', builder, { Filters: [{ Name: 'owner-id', Values: [builder] }] }, ['explicit', 'private', 'public']],
    ['a stranger', stranger, {}, ['public']],
  ]
  test.each(rows)('%s', async (_name, accountId, input, expected) => {
    expect(await ask(accountId, input)).toEqual(expected)
  })

  test('by ID: without access nothing, without a snapshot an error', async () => {
    const SnapshotIds = Object.keys(named).filter(id => named[id] === 'private')
    expect(await ask(consumer, { SnapshotIds })).toEqual([])
    expect(await ask(builder, { SnapshotIds })).toEqual(['private'])
    const unknown = (id: string) => errorCode(() => ask(builder, { SnapshotIds: [id] }))
    expect(await unknown('snap-0fffffffffffffff0')).toBe('InvalidSnapshot.NotFound')
    expect(await unknown('snap')).toBe('InvalidSnapshotID.Malformed')
  })

  test('pages of more than 1000 are cut, not refused', async () => {
    expect(await ask(consumer, { MaxResults: 5000 })).toHaveLength(3)
  })

  test('only the owner reads who may make volumes', async () => {
    const [SnapshotId = ''] = Object.keys(named).filter(id => named[id] === 'explicit')
    const read = (accountId: string) =>
      ec2Calls.DescribeSnapshotAttribute({ SnapshotId, Attribute: 'createVolumePermission' }, stage.as(accountId))
    expect(await read(builder)).toEqual({ SnapshotId, CreateVolumePermissions: [{ UserId: consumer }] })
    expect(await errorCode(() => read(consumer))).toBe('AuthFailure')
  })
})

describe('tags (R10)', () => {
  const create = (accountId: string, id: string, Tags: Tag[]) =>
    ec2Calls.CreateTags({ Resources: [id], Tags }, stage.as(accountId))
  const remove = (accountId: string, id: string, Tags?: Tag[]) =>
    ec2Calls.DeleteTags({ Resources: [id], ...(Tags ? { Tags } : {}) }, stage.as(accountId))
  const tagsOf = (image: WorldImage, accountId: string) => image.tags?.get(accountId)

  test('each account has its own, and removes only those', async () => {
    const image = stage.image()
    share(stage.world, image, [{ UserId: consumer }])
    await create(builder, image.imageId, [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ])
    await create(consumer, image.imageId, [{ Key: 'a', Value: '🚢' }])
    await create(builder, image.imageId, [{ Key: 'a', Value: '3' }])
    await remove(builder, image.imageId, [{ Key: 'b', Value: 'other' }])
    expect(tagsOf(image, builder)).toEqual([
      { Key: 'a', Value: '3' },
      { Key: 'b', Value: '2' },
    ])
    await remove(builder, image.imageId)
    expect(tagsOf(image, builder)).toEqual([])
    expect(tagsOf(image, consumer)).toEqual([{ Key: 'a', Value: '🚢' }])
  })

  test('instances and snapshots can be tagged, too', async () => {
    const image = stage.backed()
    const [instance] = launch(stage.world, image, { accountId: builder, instanceType: 't3.micro' })
    const Tags = [{ Key: 'k', Value: 'v' }]
    await create(builder, instance?.instanceId ?? '', Tags)
    await create(builder, snapshotOf(image), Tags)
    expect(instance?.tags).toEqual(Tags)
    expect((await ec2Calls.DescribeSnapshots({}, stage.as(builder))).Snapshots?.[0]?.Tags).toEqual(Tags)
    expect((await ec2Calls.DescribeInstances({}, stage.as(builder))).Reservations?.[0]?.Instances?.[0]?.Tags).toEqual(
      Tags,
    )
  })

  const refused: [string, string, Tag[], code: string][] = [
    ['a reserved key', 'own', [{ Key: 'aws:x', Value: '' }], 'InvalidParameterValue'],
    ['an empty key', 'own', [{ Key: '', Value: 'v' }], 'InvalidParameterValue'],
    ['a long value', 'own', [{ Key: 'k', Value: 'x'.repeat(257) }], 'InvalidParameterValue'],
    ['no tags', 'own', [], 'MissingParameter'],
    ['51 tags', 'own', Array.from({ length: 51 }, (_, n) => ({ Key: `k${n}` })), 'TagLimitExceeded'],
    ['a thing that cannot be tagged', 'vol-1', [{ Key: 'k' }], 'InvalidID'],
    ['an image that is not there', 'ami-00000000000000000', [{ Key: 'k' }], 'InvalidAMIID.NotFound'],
    ['an instance of another', 'i-00000000000000000', [{ Key: 'k' }], 'InvalidInstanceID.NotFound'],
  ]
  test.each(refused)('%s is refused', async (_name, id, tags, code) => {
    const { imageId } = stage.image()
    expect(await errorCode(() => create(builder, id === 'own' ? imageId : id, tags))).toBe(code)
  })

  test('an image that one cannot see cannot be tagged', async () => {
    const { imageId } = stage.image()
    expect(await errorCode(() => create(consumer, imageId, [{ Key: 'k' }]))).toBe('InvalidAMIID.NotFound')
  })
})
