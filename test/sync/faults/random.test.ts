import { afterEach, describe, expect, it, vi } from 'vitest'
import { processEnvironment } from '../../../src/config/env.ts'
import type { Fault } from '../../../src/sandbox/faults.ts'
import { addAccount } from '../../../src/sandbox/world/changes/add-account.ts'
import {
  copyImage,
  createGrant,
  createLaunchTemplate,
  createLaunchTemplateVersion,
  deleteLaunchTemplate,
  deprecate,
  deregister,
  disable,
  enable,
  forgetImage,
  launch,
  moveAccount,
  nameImage,
  putKeyPolicy,
  recycle,
  registerImage,
  removeAccount,
  restore,
  revokeGrant,
  setFastLaunch,
  setRegion,
  setSettings,
  share,
  suspendAccount,
  tag,
  terminate,
  unshare,
} from '../../../src/sandbox/world/changes.ts'
import { launchOperations } from '../../../src/sandbox/world/kms-keys.ts'
import { createRandom, type Random } from '../../../src/sandbox/world/random.ts'
import { usageReportsOf } from '../../../src/sandbox/world/usage-reports.ts'
import type { World, WorldAccount, WorldImage } from '../../../src/sandbox/world/world.ts'
import { eventually } from '../../support/eventually.ts'
import { expectedCache } from '../../support/expected-cache.ts'
import { readCache } from '../../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../../support/synced-sandbox.ts'

// Several syncs each, of which every call may be asked again: on a busy machine more than a minute.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/**
 * Anything may happen at any time: the world changes, AWS misbehaves, syncs run, events arrive late, twice and out of order.
 * When it is over the cache is what the world is. A seed tells the whole story apart from timing; it is in the test's name,
 * and `RANDOM_SEED=n` runs that one alone.
 */
const { RANDOM_SEED } = processEnvironment()
const seeds = RANDOM_SEED === undefined ? [1, 2] : [Number(RANDOM_SEED)]
const steps = 40

let synced: SyncedSandbox
afterEach(() => synced?.close())

const faults: readonly Fault[] = [
  { kind: 'html500' },
  { kind: 'html200' },
  { kind: 'truncatedXml' },
  { kind: 'wrongContentType' },
  { kind: 'reset' },
  { kind: 'delay', delayMs: 50 },
  { kind: 'error', code: 'RequestLimitExceeded', message: 'Request limit exceeded.', status: 503 },
  { kind: 'error', code: 'InternalError', message: 'An internal error has occurred', status: 500 },
  { kind: 'error', code: 'UnauthorizedOperation', message: 'You are not authorized', status: 403 },
  { kind: 'error', code: 'RequestExpired', message: 'Request has expired.', status: 400 },
]
const faultedServices = ['ec2', 'sqs', 'sts', 'organizations', 'kms', 'imagebuilder']

/** What the world's people do. Each does nothing where there is nothing to do it to. */
const deeds = (world: World, random: Random) => {
  const regions = [...world.regions.values()]
  const members = () => [...world.accounts.values()]
  const others = () => members().filter(({ accountId }) => accountId !== world.organization.managementAccountId)
  const images = (state = 'available') =>
    regions.flatMap(region =>
      [...region.images.values()].filter(({ ownerId, facts }) => world.accounts.has(ownerId) && facts.State === state),
    )
  const withSome = <Item>(items: readonly Item[], act: (item: Item) => unknown) => {
    if (items.length > 0) act(random.pick(items))
  }
  const left: WorldAccount[] = []
  const grant = () =>
    random.pick([
      () => ({ UserId: '999988887777' }),
      () => ({ UserId: random.pick(members()).accountId }),
      () => ({ OrganizationArn: world.organization.arn }),
      () => ({ OrganizationalUnitArn: random.pick([...world.organization.units.values()]).arn }),
    ])()
  const launchFrom = (image: WorldImage) =>
    launch(world, image, {
      accountId: random.pick(members()).accountId,
      instanceType: 'm5.large',
      count: 1 + random.below(3),
    })
  const place = () => ({ region: random.pick(regions).name, accountId: random.pick(members()).accountId })
  const keys = () => regions.flatMap(region => [...region.keys.values()].filter(({ awsManaged }) => !awsManaged))
  const templates = () =>
    regions.flatMap(region => [...region.launchTemplates.values()].flatMap(index => [...index.after()]))
  const parameter = ({ region, accountId }: { region: string; accountId: string }) => ({
    type: 'ssm:Parameter' as const,
    arn: `arn:aws:ssm:${region}:${accountId}:parameter/p${random.below(3)}`,
  })
  const launchTemplateFrom = (image: WorldImage) => {
    const where = { region: image.region, accountId: random.pick(members()).accountId }
    createLaunchTemplate(world, { ...where, name: `t${random.bits()}`, data: { ImageId: image.imageId } })
  }
  const instances = () => regions.flatMap(region => [...region.instances.values()].flatMap(index => [...index.after()]))
  return [
    () => withSome(images(), image => share(world, image, [grant(), grant()])),
    () => withSome(images(), image => unshare(world, image, image.launchPermissions.slice(0, 2))),
    () => withSome(images(), image => deregister(world, image)),
    () => withSome(images(), image => disable(world, image)),
    () => withSome(images('disabled'), image => enable(world, image)),
    () => withSome(images(), image => deprecate(world, image, new Date(world.now().getTime() + 86_400_000))),
    () => withSome(images(), image => deprecate(world, image, null)),
    () => withSome(images(), launchFrom),
    () => withSome(images(), launchFrom),
    () => withSome(instances(), instance => terminate(world, instance)),
    () =>
      withSome(members(), ({ accountId }) =>
        registerImage(world, {
          region: random.pick(regions).name,
          ownerId: accountId,
          facts: { Name: `n${random.bits()}` },
        }),
      ),
    () =>
      withSome(images(), image =>
        copyImage(world, image, {
          region: random.pick(regions).name,
          ownerId: random.pick(members()).accountId,
          name: `copy ${random.bits()}`,
        }),
      ),
    () =>
      withSome(images(), ({ region, imageId, ownerId }) =>
        tag(world, { region, resourceId: imageId, accountId: ownerId }, [{ Key: 'k', Value: `v${random.below(3)}` }]),
      ),
    () =>
      withSome(others(), ({ accountId }) =>
        moveAccount(world, accountId, random.pick([...world.organization.units.keys()])),
      ),
    // What is configured, and the keys
    () => withSome(images(), launchTemplateFrom),
    () =>
      withSome(templates(), template =>
        withSome(
          images().filter(({ region }) => region === template.region),
          ({ imageId }) =>
            createLaunchTemplateVersion(world, template, { ImageId: imageId }, { isDefault: random.chance(0.5) }),
        ),
      ),
    () => withSome(templates(), template => random.chance(0.5) && deleteLaunchTemplate(world, template)),
    () =>
      withSome(images(), ({ region, imageId }) => {
        const where = { ...place(), region }
        nameImage(world, where, { ...parameter(where), imageId })
      }),
    () => {
      const where = place()
      forgetImage(world, where, parameter(where))
    },
    () => {
      const { region, accountId } = place()
      setSettings(world, accountId, region, {
        imageBlockPublicAccess: random.pick(['unblocked', 'block-new-sharing']),
        snapshotBlockPublicAccess: random.pick(['unblocked', 'block-new-sharing', 'block-all-sharing']),
      })
    },
    () => withSome(images(), image => recycle(world, image, 7)),
    () =>
      withSome(
        regions.flatMap(region =>
          [...region.recycleBin].flatMap(([, bin]) => [...bin.after()].map(({ imageId }) => ({ region, imageId }))),
        ),
        ({ region, imageId }) =>
          region.deregisteredImages.has(imageId) && restore(world, { region: region.name, imageId }),
      ),
    () =>
      withSome(
        images().filter(({ facts }) => facts.Platform !== undefined),
        image => setFastLaunch(world, image, image.ownerId, random.chance(0.3) ? null : {}),
      ),
    () =>
      withSome(keys(), ({ arn }) =>
        putKeyPolicy(world, arn, {
          sharedWith: new Set(random.chance(0.5) ? ['999988887777'] : []),
          sharedWithOrganization: random.chance(0.5),
        }),
      ),
    () =>
      withSome(keys(), ({ arn }) =>
        createGrant(world, arn, {
          granteePrincipal: `arn:aws:iam::${random.pick(members()).accountId}:root`,
          operations: [...launchOperations],
        }),
      ),
    () => withSome(keys(), ({ arn, grants }) => withSome(grants, ({ grantId }) => revokeGrant(world, arn, grantId))),
    () => withSome(others(), ({ accountId }) => random.chance(0.3) && suspendAccount(world, accountId)),
    () =>
      withSome(
        others().filter(({ state }) => state === 'SUSPENDED'),
        account => Object.assign(account, { state: 'ACTIVE' }),
      ),
    () =>
      withSome(others(), account => {
        if (!random.chance(0.2)) return
        removeAccount(world, account.accountId)
        left.push(account)
      }),
    () => {
      const account = left.pop()
      if (account !== undefined) addAccount(world, { ...account, state: 'ACTIVE' })
    },
    () =>
      withSome(others(), ({ accountId }) => {
        for (const { name, optIn } of regions) if (optIn) setRegion(world, accountId, name, random.chance(0.5))
      }),
  ]
}

const reportedImages = async () =>
  (
    await synced.pool.query<{ image: string }>(
      `select region || ' ' || image_id as image from amigraph.image_usage_reports where observed_at is not null`,
    )
  ).rows.map(({ image }) => image)

const readUsage = async () =>
  (
    await synced.pool.query<{ usage: string }>(
      `select concat_ws(' ', region, image_id, account_id, resource_type, usage_count) as usage
       from amigraph.image_outside_usage order by 1`,
    )
  ).rows.map(({ usage }) => usage)

const resourceTypes: Record<string, string> = {
  'ec2:Instance': 'INSTANCE',
  'ec2:LaunchTemplate': 'LAUNCH_TEMPLATE',
  'imagebuilder:ImageRecipe': 'IMAGE_RECIPE',
  'imagebuilder:ContainerRecipe': 'CONTAINER_RECIPE',
}

/** What the last report of each of these images says. */
const expectedUsage = (world: World, reported: readonly string[]): string[] =>
  [...world.regions.values()]
    .flatMap(region =>
      [...region.images.values()]
        .filter(({ imageId }) => reported.includes(`${region.name} ${imageId}`))
        .flatMap(({ imageId, ownerId }) => {
          const reports = [...usageReportsOf(region, ownerId).after()].filter(report => report.imageId === imageId)
          const last = reports
            .filter(({ readyAt }) => readyAt <= world.now())
            .sort((a, b) => +b.createdAt - +a.createdAt)[0]
          return (last?.entries ?? []).map(({ AccountId, ResourceType = '', UsageCount }) =>
            [region.name, imageId, AccountId, resourceTypes[ResourceType], UsageCount].join(' '),
          )
        }),
    )
    .sort()

/** Nothing is wrong any more: accounts are active, Regions that were ever used are enabled. */
const heal = (world: World) => {
  for (const account of world.accounts.values()) {
    account.state = 'ACTIVE'
    for (const { name, optIn } of world.regions.values()) if (optIn) setRegion(world, account.accountId, name, true)
  }
}

describe('whatever happens, the cache ends as the world is', () => {
  it.each(seeds)(
    'seed %i',
    async seed => {
      const random = createRandom(seed)
      let ahead = 0
      synced = await createSyncedSandbox({
        size: {
          accounts: 5,
          seed,
          regions: ['eu-west-1', 'us-east-1', 'eu-south-2'],
          imagesPerAccountRegion: 3,
          now: () => new Date(Date.now() + ahead),
        },
        environment: { AMIGRAPH_USAGE_REPORT_DAYS: '7' },
        events: { delayMs: 5, jitterMs: 200, duplicates: 0.3, seed },
        overrides: { maxAttempts: 1, events: { waitSeconds: 1, retrySeconds: 0, mostReceives: 4 } },
      })
      const { world, sandbox } = synced
      for (let workers = 0; workers < 2; workers++) synced.followEvents()
      const happen = deeds(world, random)
      const syncs: Promise<unknown>[] = []
      for (let step = 0; step < steps; step++) {
        for (let count = random.below(4); count > 0; count--) random.pick(happen)()
        if (random.chance(0.3))
          sandbox.faults.add({
            service: random.pick(faultedServices),
            fault: random.pick(faults),
            probability: 0.3,
            times: 5,
          })
        if (random.chance(0.15)) syncs.push(synced.sync())
        // Others get their turn: what runs beside this is no matter of the seed.
        await new Promise(resolve => setTimeout(resolve, random.below(30)))
      }
      await Promise.all(syncs)
      sandbox.faults.clear()
      heal(world)
      await sandbox.events?.settled()
      await eventually(() => expect(sandbox.events?.queue.messages.size).toBe(0), 60)
      const { results } = await synced.sync()
      const unread = new Set(results.filter(({ failure }) => failure !== null).map(({ source }) => source.accountId))
      expect([...unread].filter(accountId => world.accounts.get(accountId)?.roles.has('amigraph-reader'))).toEqual([])
      expect(await readCache(synced.pool)).toEqual(expectedCache(world))

      // Reports are finished some minutes later
      ahead = 360_000
      await synced.sync()
      expect(await readUsage()).toEqual(expectedUsage(world, await reportedImages()))
    },
    240_000,
  )
})
