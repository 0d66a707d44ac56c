import { afterEach, expect, it } from 'vitest'
import { launch, makeUsageReport, share, unshare } from '../../src/sandbox/world/changes.ts'
import { regionOf } from '../../src/sandbox/world/find.ts'
import { createWorld } from '../../src/sandbox/world/generate.ts'
import { usageReportsOf } from '../../src/sandbox/world/usage-reports.ts'
import type { World, WorldImage } from '../../src/sandbox/world/world.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'

let synced: SyncedSandbox
let api: TestApi | undefined
afterEach(async () => {
  await api?.stop()
  api = undefined
  await synced?.close()
})

const region = 'eu-west-1'
const partner = '730912846155'
const minute = 60_000
const day = 86_400_000

/** The world's time, and that of observations. */
const createClock = () => {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead),
    pass: (milliseconds: number) => {
      ahead += milliseconds
    },
  }
}

const start = async (environment: Record<string, string> = { AMIGRAPH_USAGE_REPORT_DAYS: '7' }) => {
  const clock = createClock()
  const world = createWorld({
    accounts: 3,
    seed: 7,
    now: clock.now,
    regions: [region],
    imagesPerAccountRegion: 2,
    instancesPerAccountRegion: 1,
  })
  synced = await createSyncedSandbox({
    world,
    environment: { AMIGRAPH_MAX_AGE_MINUTES: '500000', ...environment },
    sessionSeconds: 100 * 86_400,
    overrides: { now: async () => clock.now() },
  })
  const created = () => synced.sandbox.calls.total({ operation: 'CreateImageUsageReport' })
  return { world, clock, created }
}

/** A member's image that nobody outside may use. */
const privateImage = (world: World): WorldImage => {
  const found = [...regionOf(world, region).images.values()].find(
    ({ ownerId, launchPermissions, facts, imageId }) =>
      ownerId === world.organization.managementAccountId &&
      facts.State === 'available' &&
      launchPermissions.length === 0 &&
      imageId !== '',
  )
  if (found === undefined) throw new Error('Every image is shared')
  return found
}

const usageOf = async (imageId: string) =>
  (
    await synced.pool.query(
      `select account_id, resource_type, usage_count::integer as count from amigraph.image_outside_usage
       where image_id = $1 order by account_id, resource_type`,
      [imageId],
    )
  ).rows
const reportOf = async (imageId: string) =>
  (
    await synced.pool.query(
      `select report_id, requested_at, observed_at, error_code from amigraph.image_usage_reports where image_id = $1`,
      [imageId],
    )
  ).rows[0]

it('asks for a report of what is shared outside, reads it when it is made, and tells of it in the API', async () => {
  const { world, clock, created } = await start()
  const image = privateImage(world)
  share(world, image, [{ UserId: partner }])
  const member = [...world.accounts.keys()].find(id => id !== image.ownerId) ?? ''
  launch(world, image, { accountId: partner, instanceType: 'm5.large', count: 3 })
  launch(world, image, { accountId: member, instanceType: 'm5.large', count: 2 })
  await synced.sync()
  const outside = (await synced.pool.query('select image_id from amigraph.image_usage_reports')).rowCount ?? 0
  expect(outside).toBeGreaterThan(0)
  // One report an image, of nothing else
  expect(created()).toBe(outside)
  expect(await reportOf(image.imageId)).toMatchObject({ observed_at: null, error_code: null })
  expect(await usageOf(image.imageId)).toEqual([])

  // It is under way: nobody asks for another
  await synced.sync()
  expect(created()).toBe(outside)

  clock.pass(6 * minute)
  const { results } = await synced.sync()
  expect(results.filter(({ failure }) => failure !== null).map(({ source }) => source.kind)).not.toContain(
    'IMAGE_USAGE',
  )
  expect(created()).toBe(outside)
  expect(await usageOf(image.imageId)).toEqual(
    [
      { account_id: member, resource_type: 'INSTANCE', count: 2 },
      { account_id: partner, resource_type: 'INSTANCE', count: 3 },
    ].sort((a, b) => (a.account_id < b.account_id ? -1 : 1)),
  )
  const { requested_at, observed_at } = await reportOf(image.imageId)
  expect(observed_at).toEqual(requested_at)

  api = await createTestApi(synced.pool)
  const { data } = await api.query(`{ image(imageId: "${image.imageId}", region: "${region}") { deregistration {
    uses { kind account { accountId } count examples observedAt } usageReport { observedAt requestedAt error { code } } } } }`)
  const told = data.image.deregistration
  expect(told.uses.filter(({ kind }: { kind: string }) => kind === 'OUTSIDE_ACCOUNT')).toEqual([
    {
      kind: 'OUTSIDE_ACCOUNT',
      account: { accountId: partner },
      count: 3,
      examples: ['INSTANCE'],
      observedAt: observed_at.toISOString(),
    },
  ])
  expect(told.usageReport).toMatchObject({ observedAt: observed_at.toISOString(), error: null })
})

it('asks again when a report gets old, or somebody else may use the image since; forgets what is not shared', async () => {
  const { world, clock, created } = await start()
  const image = privateImage(world)
  share(world, image, [{ UserId: partner }])
  await synced.sync()
  const first = created()
  clock.pass(6 * minute)
  await synced.sync()
  expect(created()).toBe(first)
  launch(world, image, { accountId: partner, instanceType: 'm5.large' })
  share(world, image, [{ Group: 'all' }])
  await synced.sync()
  expect(created()).toBe(first + 1)

  // Taken back, it is still used there: that is followed as long as it is
  clock.pass(6 * minute)
  unshare(world, image, [{ UserId: partner }, { Group: 'all' }])
  await synced.sync()
  expect(await usageOf(image.imageId)).toMatchObject([{ account_id: partner, count: 1 }])
  const partners = regionOf(world, region).instances.get(partner)
  for (const instance of [...(partners?.after() ?? [])])
    if (instance.imageId === image.imageId) partners?.delete(instance.instanceId)
  clock.pass(8 * day)
  await synced.sync()
  // Every image once more
  expect(created()).toBe(2 * first + 1)
  clock.pass(6 * minute)
  await synced.sync()
  expect(await usageOf(image.imageId)).toEqual([])
  await synced.sync()
  expect(await reportOf(image.imageId)).toBeUndefined()
})

it('keeps what was known where AWS denies or fails, and says so', async () => {
  const { world, clock, created } = await start()
  const image = privateImage(world)
  share(world, image, [{ UserId: partner }])
  launch(world, image, { accountId: partner, instanceType: 'm5.large' })
  await synced.sync()
  clock.pass(6 * minute)
  await synced.sync()
  const before = created()
  clock.pass(8 * day)
  const fault = { kind: 'error', code: 'UnauthorizedOperation', message: 'no such permission', status: 403 } as const
  synced.sandbox.faults.add({ operation: 'CreateImageUsageReport', fault })
  await synced.sync()
  const source = `${image.ownerId}/${region}/IMAGE_USAGE`
  expect((await synced.outcomes()).get(source)).toBe('UnauthorizedOperation')
  expect(await usageOf(image.imageId)).toMatchObject([{ account_id: partner, count: 1 }])
  // Few calls are under way when the first is denied: the others are not made
  expect(created() - before).toBeLessThan(30)

  synced.sandbox.faults.clear()
  await synced.sync()
  expect((await synced.outcomes()).get(source)).toBe('FRESH')
  const [made] = [...usageReportsOf(regionOf(world, region), image.ownerId).after()].filter(
    report => report.imageId === image.imageId && report.readyAt > clock.now(),
  )
  if (made === undefined) throw new Error('No report is under way')
  made.failure = 'AWS could not'
  clock.pass(6 * minute)
  await synced.sync()
  expect(await reportOf(image.imageId)).toMatchObject({ error_code: 'ReportFailed' })
  expect(await usageOf(image.imageId)).toMatchObject([{ account_id: partner, count: 1 }])
})

it('asks for nothing where it is not switched on, and is no gap then', async () => {
  const { created } = await start({})
  await synced.pool.query(
    `insert into amigraph.coverage (account_id, region, kind, status) values ('111122223333', $1, 'IMAGE_USAGE', 'NEVER')`,
    [region],
  )
  await synced.sync()
  expect(created()).toBe(0)
  expect(synced.sandbox.calls.total({ operation: 'DescribeImageUsageReports' })).toBe(0)
  expect([...(await synced.outcomes()).keys()].filter(source => source.endsWith('IMAGE_USAGE'))).toEqual([])
})

it('takes a report that somebody else had made, where it tells of everything', async () => {
  const { world, clock } = await start()
  const image = privateImage(world)
  share(world, image, [{ UserId: partner }])
  launch(world, image, { accountId: partner, instanceType: 'm5.large' })
  const all = ['ec2:Instance', 'ec2:LaunchTemplate', 'imagebuilder:ImageRecipe', 'imagebuilder:ContainerRecipe']
  const types = new Map(all.map(type => [type, { versionDepth: 10_000 }]))
  // Later than the share is noted: that is by the database's clock
  clock.pass(minute)
  makeUsageReport(world, image, { types, accountIds: [] })
  clock.pass(6 * minute)
  await synced.sync()
  expect(await usageOf(image.imageId)).toMatchObject([{ account_id: partner, count: 1 }])
  const own = [...usageReportsOf(regionOf(world, region), image.ownerId).after()]
  expect(own.filter(({ imageId }) => imageId === image.imageId)).toHaveLength(1)
})
