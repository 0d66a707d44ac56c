import type { CreateImageUsageReportRequest } from '@aws-sdk/client-ec2'
import { expect, it } from 'vitest'
import { createImageUsageReport } from '../../../src/sandbox/calls/ec2/create-image-usage-report.ts'
import { describeImageUsageReportEntries } from '../../../src/sandbox/calls/ec2/describe-image-usage-report-entries.ts'
import { describeImageUsageReports } from '../../../src/sandbox/calls/ec2/describe-image-usage-reports.ts'
import {
  createLaunchTemplate,
  createLaunchTemplateVersion,
  launch,
  nameImage,
  terminate,
} from '../../../src/sandbox/world/changes.ts'
import { regionOf } from '../../../src/sandbox/world/find.ts'
import { usageReportsOf } from '../../../src/sandbox/world/usage-reports.ts'
import { builder, consumer, createStage, errorCode, home, start, stranger } from './stage.ts'

const minutes = (count: number) => new Date(start.getTime() + count * 60_000)
const days = (count: number) => minutes(count * 1440)
const instances = { ResourceTypes: [{ ResourceType: 'ec2:Instance' }] }
const everything = {
  ResourceTypes: ['ec2:Instance', 'ec2:LaunchTemplate', 'imagebuilder:ImageRecipe'].map(ResourceType => ({
    ResourceType,
  })),
}

const staged = () => {
  const stage = createStage()
  const image = stage.image()
  const create = async (more: Partial<CreateImageUsageReportRequest> = instances) =>
    (await createImageUsageReport({ ImageId: image.imageId, ResourceTypes: undefined, ...more }, stage.as(builder)))
      .ReportId
  return { ...stage, stage, image, create }
}

it('is pending for some minutes, then available, and gone after 30 days', async () => {
  const { as, create, setTime, image } = staged()
  const ReportId = await create()
  expect(ReportId).toMatch(/^amiur-[0-9a-f]{17}$/)
  const states = async () => (await describeImageUsageReports({}, as(builder))).ImageUsageReports?.map(r => r.State)
  expect(await states()).toEqual(['pending'])
  expect((await describeImageUsageReportEntries({}, as(builder))).ImageUsageReportEntries).toEqual([])
  setTime(minutes(6))
  expect(await states()).toEqual(['available'])
  expect((await describeImageUsageReports({}, as(builder))).ImageUsageReports).toEqual([
    {
      ReportId,
      ImageId: image.imageId,
      ResourceTypes: [{ ResourceType: 'ec2:Instance' }],
      AccountIds: [],
      State: 'available',
      CreationTime: start,
      ExpirationTime: days(30),
      Tags: [],
    },
  ])
  setTime(days(31))
  expect(await states()).toEqual([])
})

it('counts what names the image in each account, by type, as it was when it was begun', async () => {
  const { world, as, create, setTime, image } = staged()
  launch(world, image, { accountId: consumer, instanceType: 'm5.large', count: 3 })
  const [gone] = launch(world, image, { accountId: stranger, instanceType: 'm5.large', count: 2 })
  if (gone === undefined) throw new Error('Nothing was launched')
  terminate(world, gone)
  const place = { region: home, accountId: stranger }
  const data = { ImageId: image.imageId }
  createLaunchTemplateVersion(world, createLaunchTemplate(world, { ...place, name: 'twice', data }), data)
  const arn = `arn:aws:imagebuilder:${home}:${stranger}:image-recipe/derived/1.0.0`
  nameImage(world, place, { type: 'imagebuilder:ImageRecipe', arn, imageId: image.imageId })
  // Terminated instances are told of for an hour (R17)
  await create(everything)
  setTime(minutes(90))
  launch(world, image, { accountId: stranger, instanceType: 'm5.large' })
  const entriesOf = async () =>
    (await describeImageUsageReportEntries({}, as(builder))).ImageUsageReportEntries?.map(entry => [
      entry.AccountId,
      entry.ResourceType,
      entry.UsageCount,
    ])
  expect(await entriesOf()).toEqual([
    [consumer, 'ec2:Instance', 3],
    [stranger, 'ec2:Instance', 2],
    [stranger, 'ec2:LaunchTemplate', 1],
    [stranger, 'imagebuilder:ImageRecipe', 1],
  ])
  await create({ ...instances, AccountIds: [stranger] })
  setTime(minutes(100))
  const [, second] = (await describeImageUsageReports({}, as(builder))).ImageUsageReports?.sort(
    (a, b) => Number(a.CreationTime) - Number(b.CreationTime),
  ) ?? [undefined, undefined]
  const { ImageUsageReportEntries } = await describeImageUsageReportEntries(
    { ReportIds: [second?.ReportId ?? ''] },
    as(builder),
  )
  expect(ImageUsageReportEntries).toEqual([
    {
      ReportId: second?.ReportId,
      ImageId: image.imageId,
      AccountId: stranger,
      ResourceType: 'ec2:Instance',
      UsageCount: 2,
      ReportCreationTime: minutes(90),
    },
  ])
})

it('counts only as many versions of a launch template as were asked for', async () => {
  const { world, as, create, setTime, image } = staged()
  const template = createLaunchTemplate(world, {
    region: home,
    accountId: stranger,
    name: 'old',
    data: { ImageId: image.imageId },
  })
  createLaunchTemplateVersion(world, template, { ImageId: 'ami-00000000000000000' })
  const asked = (depth: string) => ({
    ResourceTypes: [
      {
        ResourceType: 'ec2:LaunchTemplate',
        ResourceTypeOptions: [{ OptionName: 'version-depth', OptionValues: [depth] }],
      },
    ],
  })
  await create(asked('1'))
  setTime(minutes(6))
  await create(asked('2'))
  setTime(minutes(12))
  expect((await describeImageUsageReportEntries({}, as(builder))).ImageUsageReportEntries).toHaveLength(1)
})

it('says why a report could not be made', async () => {
  const { world, as, create, setTime } = staged()
  const reportId = await create()
  const report = usageReportsOf(regionOf(world, home), builder).get(reportId ?? '')
  if (report) report.failure = 'Internal failure'
  setTime(minutes(6))
  expect((await describeImageUsageReports({}, as(builder))).ImageUsageReports).toMatchObject([
    { State: 'error', StateReason: 'Internal failure' },
  ])
  expect((await describeImageUsageReportEntries({}, as(builder))).ImageUsageReportEntries).toEqual([])
})

it('lists them in pages, by image, report, state and tag', async () => {
  const { as, stage, create, setTime, image } = staged()
  const first = await create()
  setTime(minutes(10))
  const other = stage.image()
  const TagSpecifications = [{ ResourceType: 'image-usage-report' as const, Tags: [{ Key: 'by', Value: 'us' }] }]
  const second = await create({ ...instances, ImageId: other.imageId, TagSpecifications })
  const idsOf = async (input: object) =>
    (await describeImageUsageReports(input, as(builder))).ImageUsageReports?.map(({ ReportId }) => ReportId)
  expect(await idsOf({ ImageIds: [image.imageId] })).toEqual([first])
  expect(await idsOf({ ReportIds: [second] })).toEqual([second])
  expect(await idsOf({ Filters: [{ Name: 'state', Values: ['available'] }] })).toEqual([first])
  expect(await idsOf({ Filters: [{ Name: 'tag:by', Values: ['us'] }] })).toEqual([second])
  const page = await describeImageUsageReports({ MaxResults: 1 }, as(builder))
  const rest = await describeImageUsageReports({ MaxResults: 1, NextToken: page.NextToken }, as(builder))
  expect([...(page.ImageUsageReports ?? []), ...(rest.ImageUsageReports ?? [])].map(r => r.ReportId).sort()).toEqual(
    [first, second].sort(),
  )
  expect(rest.NextToken).toBeUndefined()
})

it('is the owner’s alone, one at a time for each image, of known types', async () => {
  const { as, create, setTime, image } = staged()
  const code = (input: object, account = builder) =>
    errorCode(() => createImageUsageReport({ ImageId: image.imageId, ...instances, ...input }, as(account)))
  expect(await code({}, consumer)).toBe('AuthFailure')
  expect(await code({ ImageId: 'ami-00000000000000000' })).toBe('InvalidAMIID.NotFound')
  expect(await code({ ResourceTypes: [] })).toBe('MissingParameter')
  expect(await code({ ResourceTypes: [{ ResourceType: 'ssm:Parameter' }] })).toBe('InvalidParameterValue')
  expect(await code({ AccountIds: Array.from({ length: 201 }, () => consumer) })).toBe('InvalidParameterValue')
  const depth = [{ OptionName: 'version-depth', OptionValues: ['10001'] }]
  expect(await code({ ResourceTypes: [{ ResourceType: 'ec2:LaunchTemplate', ResourceTypeOptions: depth }] })).toBe(
    'InvalidParameterValue',
  )
  expect(await code({ ResourceTypes: [{ ResourceType: 'ec2:Instance', ResourceTypeOptions: depth }] })).toBe(
    'InvalidParameterValue',
  )
  await create()
  expect(await code({})).toBe('ResourceLimitExceeded')
  setTime(minutes(6))
  expect(await code({})).toBeUndefined()
  const many = Array.from({ length: 201 }, (_, i) => `ami-${i}`)
  expect(await errorCode(() => describeImageUsageReports({ ImageIds: many }, as(builder)))).toBe(
    'InvalidParameterValue',
  )
  expect((await describeImageUsageReports({}, as(consumer))).ImageUsageReports).toEqual([])
})
