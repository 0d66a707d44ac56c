import type { DescribeInstanceTypesRequest, DescribeRegionsRequest } from '@aws-sdk/client-ec2'
import { beforeEach, describe, expect, test } from 'vitest'
import { ec2Calls } from '../../../src/sandbox/calls/ec2/calls.ts'
import { setRegion, setSettings } from '../../../src/sandbox/world/changes.ts'
import { away, builder, createStage, errorCode, home, type Stage } from './stage.ts'

let stage: Stage
beforeEach(() => {
  stage = createStage()
})

describe('Regions', () => {
  const ask = async (input: DescribeRegionsRequest) =>
    ((await ec2Calls.DescribeRegions(input, stage.as(builder))).Regions ?? []).map(
      ({ RegionName, OptInStatus }) => `${RegionName} ${OptInStatus}`,
    )
  const usual = [`${home} opt-in-not-required`, `${away} opt-in-not-required`]
  const rows: [string, DescribeRegionsRequest, optedIn: boolean, expected: string[]][] = [
    ['those that the account can use', {}, false, usual],
    ['with the one it opted into', {}, true, [...usual, 'eu-south-2 opted-in']],
    ['AllRegions', { AllRegions: true }, false, [...usual, 'eu-south-2 not-opted-in']],
    ['by name, enabled or not', { RegionNames: ['eu-south-2'] }, false, ['eu-south-2 not-opted-in']],
    [
      'a filter',
      { AllRegions: true, Filters: [{ Name: 'opt-in-status', Values: ['not-*'] }] },
      false,
      ['eu-south-2 not-opted-in'],
    ],
  ]
  test.each(rows)('%s', async (_name, input, optedIn, expected) => {
    setRegion(stage.world, builder, 'eu-south-2', optedIn)
    expect(await ask(input)).toEqual(expected)
  })

  test('an unknown name is refused', async () => {
    expect(await errorCode(() => ask({ RegionNames: ['mars-1'] }))).toBe('InvalidParameterValue')
  })
})

describe('instance types (R2)', () => {
  const ask = async (input: DescribeInstanceTypesRequest) =>
    ((await ec2Calls.DescribeInstanceTypes(input, stage.as(builder))).InstanceTypes ?? []).map(
      type => type.InstanceType,
    )
  const rows: [string, string[], has: string, hasNot: string][] = [
    ['supported-boot-mode', ['uefi'], 'm7g.large', 't2.micro'],
    ['supported-boot-mode', ['legacy-bios'], 't2.micro', 'm7g.large'],
    ['processor-info.supported-architecture', ['arm64'], 't4g.medium', 'm5.large'],
    ['nitro-tpm-support', ['supported'], 'm7i.large', 'm5.metal'],
    ['instance-type', ['m5.*'], 'm5.metal', 'm7i.large'],
  ]
  test.each(rows)('%s %j', async (Name, Values, has, hasNot) => {
    const found = await ask({ Filters: [{ Name, Values }] })
    expect(found).toContain(has)
    expect(found).not.toContain(hasNot)
  })

  test('in pages, each once', async () => {
    const all = await ask({})
    const one = await ec2Calls.DescribeInstanceTypes({ MaxResults: 10 }, stage.as(builder))
    const two = await ec2Calls.DescribeInstanceTypes({ MaxResults: 10, NextToken: one.NextToken }, stage.as(builder))
    const paged = [one, two].flatMap(answer => answer.InstanceTypes ?? []).map(type => type.InstanceType)
    expect(paged).toEqual(all)
    expect(two.NextToken).toBeUndefined()
  })

  test('by name, or an error', async () => {
    expect(await ask({ InstanceTypes: ['t3.micro'] })).toEqual(['t3.micro'])
    expect(await errorCode(() => ask({ InstanceTypes: ['z9.huge' as 't3.micro'] }))).toBe('InvalidInstanceType')
    expect(await errorCode(() => ask({ MaxResults: 101 }))).toBe('InvalidParameterValue')
  })
})

describe('settings', () => {
  test('what a new account has', async () => {
    const caller = stage.as(builder)
    expect(await ec2Calls.GetAllowedImagesSettings({}, caller)).toEqual({
      State: 'disabled',
      ImageCriteria: [],
      ManagedBy: 'account',
    })
    expect(await ec2Calls.GetSnapshotBlockPublicAccessState({}, caller)).toMatchObject({ State: 'unblocked' })
  })

  test('are of one account in one Region (R13)', async () => {
    const criteria = [{ ImageProviders: ['amazon'] }]
    setSettings(stage.world, builder, home, { allowedImages: { state: 'audit-mode', criteria } })
    const ask = async (region: string) => (await ec2Calls.GetAllowedImagesSettings({}, stage.as(builder, region))).State
    expect([await ask(home), await ask(away)]).toEqual(['audit-mode', 'disabled'])
  })
})
