import type { BootModeValues, Image, RunInstancesRequest } from '@aws-sdk/client-ec2'
import { beforeEach, describe, expect, test } from 'vitest'
import { ec2Calls } from '../../../src/sandbox/calls/ec2/calls.ts'
import { deprecate, deregister, disable, setSettings, share, terminate } from '../../../src/sandbox/world/changes.ts'
import { defaultEbsKey, type KeyKind } from '../../../src/sandbox/world/kms-keys.ts'
import type { WorldImage } from '../../../src/sandbox/world/world.ts'
import { away, builder, consumer, createStage, errorCode, home, organization, type Stage } from './stage.ts'

let stage: Stage
let image: WorldImage
beforeEach(() => {
  stage = createStage()
  image = stage.image({ ProductCodes: [{ ProductCodeId: 'abc', ProductCodeType: 'marketplace' }] })
  share(stage.world, image, [{ OrganizationArn: organization }])
})

const run = async (input: Partial<RunInstancesRequest> = {}, accountId = consumer, region = home) =>
  ec2Calls.RunInstances(
    { ImageId: image.imageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1, ...input },
    stage.as(accountId, region),
  )

const instances = async (accountId = consumer, input = {}) =>
  ((await ec2Calls.DescribeInstances(input, stage.as(accountId))).Reservations ?? []).flatMap(
    reservation => reservation.Instances ?? [],
  )

describe('launching', () => {
  test('pending in the answer, running after, billed as the image is (R14, R16)', async () => {
    const { Instances = [], OwnerId } = await run({ MaxCount: 2 })
    expect(OwnerId).toBe(consumer)
    expect(Instances.map(instance => instance.State?.Name)).toEqual(['pending', 'pending'])
    for (const instance of await instances()) {
      expect(instance).toMatchObject({
        ImageId: image.imageId,
        State: { Code: 16, Name: 'running' },
        UsageOperation: 'RunInstances',
        PlatformDetails: 'Linux/UNIX',
        ProductCodes: [{ ProductCodeId: 'abc', ProductCodeType: 'marketplace' }],
      })
    }
    expect(await instances(builder)).toEqual([])
  })

  test('tags go onto the instance', async () => {
    const Tags = [{ Key: 'Größe', Value: '"<&>' }]
    await run({ TagSpecifications: [{ ResourceType: 'instance', Tags }] })
    expect((await instances())[0]?.Tags).toEqual(Tags)
  })

  const refusals: [string, () => void, Partial<RunInstancesRequest>, code: string][] = [
    ['disabled (R4)', () => disable(stage.world, image), {}, 'AuthFailure'],
    ['deregistered', () => deregister(stage.world, image), {}, 'InvalidAMIID.Unavailable'],
    ['failed', () => Object.assign(image.facts, { State: 'failed' }), {}, 'InvalidAMIID.Unavailable'],
    [
      'disallowed (R13)',
      () => setSettings(stage.world, consumer, home, { allowedImages: { state: 'enabled', criteria: [] } }),
      {},
      'InvalidAMIID.NotFound',
    ],
    ['an unknown type', () => {}, { InstanceType: 'z9.huge' as 't3.micro' }, 'InvalidParameterValue'],
    ['another architecture', () => {}, { InstanceType: 'm7g.large' }, 'InvalidParameterValue'],
    ['none at all', () => {}, { MinCount: 0, MaxCount: 0 }, 'InvalidParameterValue'],
    ['an unknown image', () => {}, { ImageId: 'ami-00000000000000000' }, 'InvalidAMIID.NotFound'],
    ['no image ID', () => {}, { ImageId: 'web' }, 'InvalidAMIID.Malformed'],
  ]
  test.each(refusals)('%s is refused', async (_name, prepare, input, code) => {
    prepare()
    expect(await errorCode(() => run(input))).toBe(code)
    expect(await instances()).toEqual([])
  })

  test('without permission (R6), and in another Region (R1)', async () => {
    expect(await errorCode(() => run({}, '999999999999'))).toBe('AuthFailure')
    expect(await errorCode(() => run({}, consumer, away))).toBe('InvalidAMIID.NotFound')
  })

  test('the owner of a disabled image is told what it is (R4)', async () => {
    disable(stage.world, image)
    expect(await errorCode(() => run({}, builder))).toBe('InvalidAMIID.Unavailable')
  })

  test('a deprecated image launches by its ID (R4), and audit mode stops nothing (R13)', async () => {
    deprecate(stage.world, image, new Date('2026-01-01'))
    setSettings(stage.world, consumer, home, { allowedImages: { state: 'audit-mode', criteria: [] } })
    expect(await errorCode(() => run())).toBeUndefined()
  })
})

describe('boot modes (R2)', () => {
  type Expected = 'legacy-bios' | 'uefi' | 'refused'
  const rows: [BootModeValues | undefined, Image['Architecture'], RunInstancesRequest['InstanceType'], Expected][] = [
    [undefined, 'x86_64', 'm5.large', 'legacy-bios'],
    [undefined, 'arm64', 'm7g.large', 'uefi'],
    ['legacy-bios', 'x86_64', 'm5.large', 'legacy-bios'],
    ['legacy-bios', 'arm64', 'm7g.large', 'refused'],
    ['uefi', 'x86_64', 'm5.large', 'uefi'],
    ['uefi', 'x86_64', 't2.micro', 'refused'],
    ['uefi', 'x86_64', 'm5.metal', 'refused'],
    ['uefi-preferred', 'x86_64', 'm5.large', 'uefi'],
    ['uefi-preferred', 'x86_64', 't2.micro', 'legacy-bios'],
    ['uefi-preferred', 'arm64', 'c7g.xlarge', 'uefi'],
  ]
  test.each(rows)('%s on %s %s: %s', async (BootMode, Architecture, InstanceType, expected) => {
    image = stage.image({ Architecture, ...(BootMode ? { BootMode } : {}) })
    const code = await errorCode(() => run({ InstanceType }, builder))
    expect(code).toBe(expected === 'refused' ? 'InvalidParameterCombination' : undefined)
    const [instance] = await instances(builder)
    expect(instance?.CurrentInstanceBootMode).toBe(expected === 'refused' ? undefined : expected)
    expect(instance?.BootMode).toBe(expected === 'refused' ? undefined : BootMode)
  })
})

describe('encrypted shares (R9)', () => {
  const customer = (sharedWithOrganization: boolean): KeyKind => ({
    alias: 'alias/k',
    awsManaged: false,
    sharedWithOrganization,
  })
  const rows: [string, KeyKind | undefined, lives: boolean][] = [
    ['no encryption', undefined, true],
    ['a key that the account may use', customer(true), true],
    ['a key that it may not use', customer(false), false],
    ['the AWS managed key', defaultEbsKey, false],
  ]
  test.each(rows)('%s', async (_name, key, lives) => {
    image = stage.backed(key)
    share(stage.world, image, [{ UserId: consumer }])
    await run()
    const [instance] = await instances()
    expect(instance?.State?.Name).toBe(lives ? 'running' : 'terminated')
    expect(instance?.StateReason?.Code).toBe(lives ? undefined : 'Client.InternalError')
    await run({}, builder)
    expect((await instances(builder))[0]?.State?.Name).toBe('running')
  })
})

describe('terminating (R17)', () => {
  test('terminated instances stay listed for an hour', async () => {
    const { Instances = [] } = await run()
    const InstanceIds = Instances.flatMap(instance => instance.InstanceId ?? [])
    const answer = await ec2Calls.TerminateInstances({ InstanceIds }, stage.as(consumer))
    expect(answer.TerminatingInstances).toMatchObject([
      { PreviousState: { Name: 'running' }, CurrentState: { Code: 32, Name: 'shutting-down' } },
    ])
    stage.setTime(new Date('2026-03-01T12:59:59Z'))
    expect((await instances())[0]?.State?.Name).toBe('terminated')
    stage.setTime(new Date('2026-03-01T13:00:00Z'))
    expect(await instances()).toEqual([])
    const gone = () => ec2Calls.DescribeInstances({ InstanceIds }, stage.as(consumer))
    expect(await errorCode(gone)).toBe('InvalidInstanceID.NotFound')
  })

  test('only one’s own, and all or none', async () => {
    const InstanceIds = (await run()).Instances?.flatMap(instance => instance.InstanceId ?? []) ?? []
    const attempt = (ids: string[], accountId: string) =>
      errorCode(() => ec2Calls.TerminateInstances({ InstanceIds: ids }, stage.as(accountId)))
    expect(await attempt(InstanceIds, builder)).toBe('InvalidInstanceID.NotFound')
    expect(await attempt([...InstanceIds, 'i-00000000000000000'], consumer)).toBe('InvalidInstanceID.NotFound')
    expect((await instances())[0]?.State?.Name).toBe('running')
  })
})

describe('describing instances', () => {
  const rows: [string, string[], number][] = [
    ['instance-state-name', ['running'], 7],
    ['instance-state-name', ['terminated'], 1],
    ['instance-type', ['t3.*'], 7],
    ['product-code', ['abc'], 8],
    ['usage-operation', ['RunInstances'], 8],
    ['tag:team', ['sea'], 1],
    ['tag-key', ['team'], 1],
  ]
  test.each(rows)('%s %j', async (Name, Values, count) => {
    await run({ MaxCount: 6 })
    await run({ TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'team', Value: 'sea' }] }] })
    await run({ InstanceType: 'm5.large' })
    const [some] = stage.world.regions.get(home)?.instances.get(consumer)?.after() ?? []
    if (some) terminate(stage.world, some)
    expect(await instances(consumer, { Filters: [{ Name, Values }] })).toHaveLength(count)
    expect(await instances(consumer, { Filters: [{ Name: 'image-id', Values: [image.imageId] }] })).toHaveLength(8)
  })

  test('pages hold instances; a reservation can go over several', async () => {
    await run({ MaxCount: 12 })
    const sizes: (number | undefined)[] = []
    const reservations = new Set<string | undefined>()
    let NextToken: string | undefined
    do {
      const answer = await ec2Calls.DescribeInstances({ MaxResults: 5, NextToken }, stage.as(consumer))
      sizes.push(answer.Reservations?.flatMap(reservation => reservation.Instances ?? []).length)
      for (const reservation of answer.Reservations ?? []) reservations.add(reservation.ReservationId)
      NextToken = answer.NextToken
    } while (NextToken !== undefined)
    expect(sizes).toEqual([5, 5, 2])
    expect(reservations.size).toBe(1)
  })

  const refused: [string, object][] = [
    ['a page of four', { MaxResults: 4 }],
    ['a page of 1001', { MaxResults: 1001 }],
    ['a token of another call', { NextToken: 'bm90IGEgdG9rZW4' }],
  ]
  test.each(refused)('%s is refused', async (_name, input) => {
    expect(await errorCode(() => instances(consumer, input))).toBe('InvalidParameterValue')
  })
})

describe('the image behind an instance', () => {
  const behind = async (accountId = consumer) =>
    (await ec2Calls.DescribeInstanceImageMetadata({}, stage.as(accountId))).InstanceImageMetadata?.[0]?.ImageMetadata

  test('is told without an alias, too: the owner’s ID stands in its place', async () => {
    await run()
    expect(await behind()).toEqual({
      ImageId: image.imageId,
      OwnerId: builder,
      ImageOwnerAlias: builder,
      State: 'available',
      CreationDate: '2026-03-01T12:00:00.000Z',
      IsPublic: false,
    })
  })

  test('is told after it is gone', async () => {
    image.facts.Name = 'edge'
    await run()
    deregister(stage.world, image)
    expect(await behind()).toMatchObject({ Name: 'edge', State: 'deregistered', OwnerId: builder })
  })

  test('is told with Allowed AMIs, also where it is disallowed (R13)', async () => {
    await run()
    setSettings(stage.world, consumer, home, { allowedImages: { state: 'enabled', criteria: [] } })
    expect(await behind()).toMatchObject({ ImageAllowed: false })
  })
})
