import type { DescribeLaunchTemplateVersionsRequest } from '@aws-sdk/client-ec2'
import { beforeEach, describe, expect, it } from 'vitest'
import { ec2Calls } from '../../../src/sandbox/calls/ec2/calls.ts'
import {
  createLaunchTemplate,
  createLaunchTemplateVersion,
  deleteLaunchTemplate,
  nameImage,
} from '../../../src/sandbox/world/changes.ts'
import type { WorldLaunchTemplate } from '../../../src/sandbox/world/world.ts'
import { pagesOf } from './pages-of.ts'
import { away, builder, consumer, createStage, errorCode, home, type Stage, start } from './stage.ts'

let stage: Stage
let web: WorldLaunchTemplate
beforeEach(() => {
  stage = createStage()
  const { world } = stage
  web = createLaunchTemplate(world, { region: home, accountId: builder, name: 'web', data: { ImageId: 'ami-1' } })
  createLaunchTemplateVersion(world, web, { ImageId: 'ami-2', InstanceType: 'm7g.large' }, { isDefault: true })
  createLaunchTemplateVersion(world, web, { ImageId: 'ami-3' })
  createLaunchTemplate(world, { region: home, accountId: builder, name: 'batch', data: { ImageId: 'ami-4' } })
})

const ask = async (input: DescribeLaunchTemplateVersionsRequest, accountId = builder, region = home) =>
  (await ec2Calls.DescribeLaunchTemplateVersions(input, stage.as(accountId, region))).LaunchTemplateVersions ?? []
const named = async (input: DescribeLaunchTemplateVersionsRequest, accountId = builder, region = home) =>
  (await ask(input, accountId, region))
    .map(({ LaunchTemplateName, VersionNumber }) => `${LaunchTemplateName} ${VersionNumber}`)
    .sort()

describe('the versions that are asked for', () => {
  it.each<[what: string, input: DescribeLaunchTemplateVersionsRequest, versions: string[]]>([
    ['the latest of all', { Versions: ['$Latest'] }, ['batch 1', 'web 3']],
    ['the default of all', { Versions: ['$Default'] }, ['batch 1', 'web 2']],
    ['both, each version once', { Versions: ['$Latest', '$Default'] }, ['batch 1', 'web 2', 'web 3']],
    ['all of one, by name', { LaunchTemplateName: 'web' }, ['web 1', 'web 2', 'web 3']],
    ['numbers of one', { LaunchTemplateName: 'web', Versions: ['1', '$Latest'] }, ['web 1', 'web 3']],
    [
      'by image',
      { Versions: ['$Latest', '$Default'], Filters: [{ Name: 'image-id', Values: ['ami-3', 'ami-4'] }] },
      ['batch 1', 'web 3'],
    ],
    [
      'by default',
      { LaunchTemplateName: 'web', Filters: [{ Name: 'is-default-version', Values: ['true'] }] },
      ['web 2'],
    ],
    [
      'by instance type',
      { LaunchTemplateName: 'web', Filters: [{ Name: 'instance-type', Values: ['m7g.*'] }] },
      ['web 2'],
    ],
  ])('%s', async (_what, input, versions) => {
    expect(await named(input)).toEqual(versions)
  })

  it('say who made them, when, and which is the default', async () => {
    const [version] = await ask({ LaunchTemplateId: web.launchTemplateId, Versions: ['2'] })
    expect(version).toEqual({
      LaunchTemplateId: web.launchTemplateId,
      LaunchTemplateName: 'web',
      VersionNumber: 2,
      CreateTime: start,
      CreatedBy: `arn:aws:iam::${builder}:role/deploy`,
      DefaultVersion: true,
      LaunchTemplateData: { ImageId: 'ami-2', InstanceType: 'm7g.large' },
    })
  })

  it('are the account’s own, of the Region, and gone with the template', async () => {
    const all = { Versions: ['$Latest'] }
    expect(await named(all, consumer)).toEqual([])
    expect(await named(all, builder, away)).toEqual([])
    deleteLaunchTemplate(stage.world, web)
    expect(await named(all)).toEqual(['batch 1'])
  })

  it('come in pages', async () => {
    for (let i = 0; i < 5; i += 1) createLaunchTemplateVersion(stage.world, web, { ImageId: `ami-a${i}` })
    const pages = await pagesOf(
      NextToken =>
        ec2Calls.DescribeLaunchTemplateVersions(
          { LaunchTemplateName: 'web', MaxResults: 3, NextToken },
          stage.as(builder),
        ),
      page => page.NextToken,
    )
    expect(
      pages.map(({ LaunchTemplateVersions = [] }) => LaunchTemplateVersions.map(each => each.VersionNumber)),
    ).toEqual([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8],
    ])
  })

  it('are refused where they cannot be told', async () => {
    const codeOf = (input: DescribeLaunchTemplateVersionsRequest) => errorCode(() => ask(input))
    expect(await codeOf({})).toBe('MissingParameter')
    expect(await codeOf({ Versions: ['1'] })).toBe('InvalidParameterCombination')
    expect(await codeOf({ LaunchTemplateId: 'lt-none' })).toBe('InvalidLaunchTemplateId.NotFound')
    expect(await codeOf({ LaunchTemplateName: 'none' })).toBe('InvalidLaunchTemplateName.NotFoundException')
    expect(await codeOf({ Versions: ['$Latest'], MaxResults: 201 })).toBe('InvalidParameterValue')
  })
})

describe('a parameter in place of an image', () => {
  const data = { ImageId: 'resolve:ssm:/golden/linux' }
  const imageOf = async (ResolveAlias?: boolean) =>
    (await ask({ LaunchTemplateName: 'golden', ResolveAlias }))[0]?.LaunchTemplateData?.ImageId

  it('is resolved where that is asked for and the account has it', async () => {
    createLaunchTemplate(stage.world, { region: home, accountId: builder, name: 'golden', data })
    expect(await imageOf(true)).toBe(data.ImageId)
    const arn = `arn:aws:ssm:${home}:${builder}:parameter/golden/linux`
    nameImage(stage.world, { region: home, accountId: builder }, { type: 'ssm:Parameter', arn, imageId: 'ami-5' })
    expect(await imageOf()).toBe(data.ImageId)
    expect(await imageOf(true)).toBe('ami-5')
  })
})
