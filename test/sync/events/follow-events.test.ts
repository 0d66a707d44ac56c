import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { SyncRuntime } from '../../../src/context/sync.ts'
import { type EventBus, type EventBusOptions, startEventBus } from '../../../src/sandbox/events/event-bus.ts'
import { eventsOfChange } from '../../../src/sandbox/events/events-of-change.ts'
import {
  copyImage,
  createGrant,
  deprecate,
  deregister,
  disable,
  enable,
  launch,
  putKeyPolicy,
  registerImage,
  revokeGrant,
  share,
  terminate,
  unshare,
} from '../../../src/sandbox/world/changes.ts'
import { regionOf } from '../../../src/sandbox/world/find.ts'
import { keyFor, launchOperations } from '../../../src/sandbox/world/kms-keys.ts'
import { createRandom } from '../../../src/sandbox/world/random.ts'
import type { World, WorldImage, WorldInstance, WorldKey } from '../../../src/sandbox/world/world.ts'
import type { EventConsumer } from '../../../src/sync/events/consume-events.ts'
import { createTestApi } from '../../support/api.ts'
import { eventually } from '../../support/eventually.ts'
import { expectedCache } from '../../support/expected-cache.ts'
import { readCache } from '../../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox, type SyncedSandboxOptions } from '../../support/synced-sandbox.ts'

// A change in AWS is in the cache within seconds of its event, without a sync (R17, R20): what the event names is read.

/** Most tests share one organization: whatever one of them leaves is read before the next. */
let shared: SyncedSandbox
let own: SyncedSandbox | null = null
let synced: SyncedSandbox
let bus: EventBus | null = null
const consumers: EventConsumer[] = []

beforeAll(async () => {
  shared = await createSyncedSandbox({
    size: { accounts: 6, imagesPerAccountRegion: 6 },
    events: {},
    overrides: { maxAttempts: 1 },
  })
  shared.sandbox.events?.stop()
  await shared.sync()
}, 180_000)
afterAll(() => shared?.close())
afterEach(async () => {
  bus?.stop()
  await Promise.all(consumers.splice(0).map(consumer => consumer.stop()))
  await own?.close()
  own = null
})

/** The shared organization, with nothing wrong, nothing unread and its events on their way as `options` say. */
const open = async (options: EventBusOptions = {}): Promise<void> => {
  synced = shared
  synced.sandbox.faults.clear()
  queue().messages.clear()
  await synced.pool.query('truncate amigraph.dead_letters, amigraph.event_queues')
  if (!isDeepStrictEqual(followed(await readCache(synced.pool)), followed(expectedCache(synced.world))))
    await synced.sync()
  bus = startEventBus(synced.world, queue(), options)
}
/** One of its own, for what only a setting changes. */
const openOwn = async (options: SyncedSandboxOptions): Promise<void> => {
  own = await createSyncedSandbox({ events: {}, ...options })
  synced = own
  await synced.sync()
}
const follow = (runtime: SyncRuntime = synced.runtime): EventConsumer => {
  const consumer = runtime.followEvents()
  if (consumer === null) throw new Error('The sandbox has no events')
  consumers.push(consumer)
  return consumer
}

const region = 'eu-west-1'
const queue = () => {
  const { events } = synced.sandbox
  if (events === null) throw new Error('The sandbox has no events')
  return events.queue
}
/** What events keep up to date; what the sync alone reads stays as it was. */
const followed = (cache: Record<string, unknown[]>) =>
  Object.fromEntries(
    ['images', 'blockDevices', 'productCodes', 'launchPermissions', 'instances'].map(name => [name, cache[name]]),
  )
/** Of keys those that encrypted something shared when the last sync ended. */
const keysFollowed = ({ keys = [], grants = [] }: Record<string, unknown[]>, arns: readonly string[]) => ({
  keys: keys.filter(key => arns.includes(Reflect.get(key as object, 'arn'))),
  grants: grants.filter(grant => arns.includes(Reflect.get(grant as object, 'key_arn'))),
})
const caughtUp = (seconds = 5, keyArns: readonly string[] = []) =>
  eventually(async () => {
    const [cache, expected] = [await readCache(synced.pool), expectedCache(synced.world)]
    expect(followed(cache)).toEqual(followed(expected))
    expect(keysFollowed(cache, keyArns)).toEqual(keysFollowed(expected, keyArns))
    expect(queue().messages.size).toBe(0)
  }, seconds)
const deadLetters = async () =>
  (
    await synced.pool.query(
      `select event_name, account_id, error_code, receive_count from amigraph.dead_letters order by 1, 2`,
    )
  ).rows

/** Images of a member whose account can be read, in the Region. */
const ownImages = (world: World): WorldImage[] =>
  [...(world.regions.get(region)?.images.values() ?? [])].filter(image => {
    const owner = world.accounts.get(image.ownerId)
    return owner?.state === 'ACTIVE' && owner.roles.has('amigraph-reader') && image.facts.State === 'available'
  })
const someImage = (place = 0): WorldImage => {
  const image = ownImages(synced.world)[place]
  if (image === undefined) throw new Error('The world has no such image')
  return image
}
const disabledImage = (): WorldImage => {
  const found = [...(synced.world.regions.get(region)?.images.values() ?? [])].find(
    ({ ownerId, facts }) =>
      synced.world.accounts.get(ownerId)?.state === 'ACTIVE' &&
      synced.world.accounts.get(ownerId)?.roles.has('amigraph-reader') &&
      facts.State === 'disabled',
  )
  if (found === undefined) throw new Error('No image is disabled')
  return found
}
const runningInstance = (): WorldInstance => {
  const found = [...(synced.world.regions.get(region)?.instances.get(someImage().ownerId)?.after() ?? [])].find(
    ({ state }) => state === 'running',
  )
  if (found === undefined) throw new Error('No instance runs')
  return found
}
let strangers = 0
/** Somebody that no image was shared with before, so that sharing is a change. */
const stranger = (): string => {
  strangers += 1
  return `9${String(strangers).padStart(11, '0')}`
}
const launchOne = (image: WorldImage): WorldInstance => {
  const [instance] = launch(synced.world, image, { accountId: image.ownerId, instanceType: 'm5.large' })
  if (instance === undefined) throw new Error('Nothing was launched')
  return instance
}
const imageOf = async (instanceId: string) =>
  (
    await synced.pool.query(
      `select image_id, evidence, array(
         select product_code from amigraph.instance_products p where p.instance_id = i.instance_id) as product_codes
       from amigraph.instance_images i where instance_id = $1`,
      [instanceId],
    )
  ).rows

/** Everything that events tell of. */
const changeMuch = () => {
  const { world } = synced
  const [shared, unshared, disabled, gone, deprecated] = ownImages(world)
  if (!shared || !unshared || !disabled || !gone || !deprecated) throw new Error('The world is too small')
  share(world, shared, [{ UserId: stranger() }, { OrganizationArn: world.organization.arn }])
  unshare(world, unshared, unshared.launchPermissions)
  disable(world, disabled)
  deregister(world, gone)
  deprecate(world, deprecated, new Date(world.now().getTime() + 86_400_000))
  const made = registerImage(world, { region, ownerId: shared.ownerId, facts: { Name: 'made by an event' } })
  copyImage(world, shared, { region: 'us-east-1', ownerId: shared.ownerId, name: 'copied' })
  const [instance] = launch(world, made, { accountId: shared.ownerId, instanceType: 'm5.large', count: 3 })
  if (instance) terminate(world, instance)
}

describe('what happens is in the cache within five seconds', () => {
  it('of images, their permissions and instances', async () => {
    await open()
    follow()
    changeMuch()
    await caughtUp()
    expect(await deadLetters()).toEqual([])
  })

  it('where events come late, twice, and in any order', async () => {
    await open({ delayMs: 10, jitterMs: 300, duplicates: 0.4, seed: 11 })
    follow()
    changeMuch()
    await bus?.settled()
    await caughtUp()
  })

  it('where several workers read the same queue', async () => {
    await open({ duplicates: 0.5, seed: 5 })
    for (let workers = 0; workers < 3; workers++) follow()
    changeMuch()
    await caughtUp()
  })

  it('and asks AWS for what the events name, and nothing else', async () => {
    await open()
    const image = someImage()
    share(synced.world, image, [{ UserId: stranger() }])
    synced.sandbox.calls.reset()
    follow()
    await caughtUp()
    const asked = synced.sandbox.calls
      .entries()
      .filter(({ service }) => service === 'ec2')
      .map(({ accountId, region, operation, calls }) => [accountId, region, operation, calls])
    expect(asked).toEqual([
      [image.ownerId, region, 'DescribeImages', 1],
      [image.ownerId, region, 'DescribeImageAttribute', 1],
    ])
  })

  it('with few calls for the same event a hundred times', async () => {
    await open()
    const image = someImage()
    share(synced.world, image, [{ UserId: stranger() }])
    const [message] = queue().messages.values()
    for (let time = 1; time < 100; time++) queue().send(message?.body ?? '')
    synced.sandbox.calls.reset()
    follow()
    await caughtUp()
    expect(synced.sandbox.calls.total({ operation: 'DescribeImages' })).toBeLessThan(20)
  })

  it('with one call for two hundred instances', async () => {
    await open()
    const image = someImage()
    launch(synced.world, image, { accountId: image.ownerId, instanceType: 'm5.large', count: 200 })
    const [launched] = queue().messages.values()
    queue().messages.clear()
    queue().send(launched?.body ?? '')
    synced.sandbox.calls.reset()
    follow()
    await caughtUp()
    expect(synced.sandbox.calls.total({ operation: 'DescribeInstances' })).toBe(1)
  })
})

describe('each event by itself is enough', () => {
  const keyToChange = async (): Promise<WorldKey> => {
    const { rows } = await synced.pool.query<{ arn: string }>(
      `select arn from amigraph.kms_keys where region = $1 and manager = 'CUSTOMER' and state = 'ENABLED' order by arn`,
      [region],
    )
    const key = synced.world.regions.get(region)?.keys.get(rows[0]?.arn ?? '')
    if (key === undefined) throw new Error('The world has no such key')
    return key
  }
  const register = (cause: 'RegisterImage' | 'CreateImage') => () =>
    registerImage(synced.world, { region, ownerId: someImage().ownerId, facts: { Name: `by ${cause}` } }, cause)
  const operations = [...launchOperations]
  const granteePrincipal = 'arn:aws:iam::111122223333:root'
  const tomorrow = () => new Date(synced.world.now().getTime() + 86_400_000)

  it.each<[string, () => unknown]>([
    ['EC2 AMI State Change', register('RegisterImage')],
    ['RegisterImage', register('RegisterImage')],
    ['CreateImage', register('CreateImage')],
    ['CopyImage', () => copyImage(synced.world, someImage(), { region, ownerId: someImage().ownerId, name: 'copied' })],
    ['ModifyImageAttribute', () => share(synced.world, someImage(), [{ UserId: '999988887775' }])],
    ['EnableImageDeprecation', () => deprecate(synced.world, someImage(1), tomorrow())],
    ['DisableImageDeprecation', () => deprecate(synced.world, someImage(1), null)],
    ['DisableImage', () => disable(synced.world, someImage(2))],
    ['EnableImage', () => enable(synced.world, disabledImage())],
    ['DeregisterImage', () => deregister(synced.world, someImage(2))],
    ['EC2 Instance State-change Notification', () => launchOne(someImage())],
    ['RunInstances', () => launchOne(someImage())],
    ['TerminateInstances', () => terminate(synced.world, runningInstance())],
    [
      'PutKeyPolicy',
      async () => putKeyPolicy(synced.world, (await keyToChange()).arn, { sharedWith: new Set(['111122223333']) }),
    ],
    ['CreateGrant', async () => createGrant(synced.world, (await keyToChange()).arn, { granteePrincipal, operations })],
    [
      'RevokeGrant',
      async () => {
        const { arn, grants } = await keyToChange()
        revokeGrant(synced.world, arn, grants.at(-1)?.grantId ?? '')
      },
    ],
  ])('%s', async (name, act) => {
    await open()
    bus?.stop()
    const stop = synced.world.onChange(change => {
      for (const event of eventsOfChange(synced.world, change, createRandom(1)))
        if (name === event['detail-type'] || name === event.detail['eventName']) queue().send(JSON.stringify(event))
    })
    await act()
    stop()
    expect(queue().messages.size).toBeGreaterThan(0)
    follow()
    await caughtUp(5, [(await keyToChange()).arn])
    expect(await deadLetters()).toEqual([])
  })

  it('and the answer to a query shows it', async () => {
    await open()
    follow()
    const { region, imageId } = someImage()
    const api = await createTestApi(synced.pool)
    share(synced.world, someImage(), [{ UserId: '999988887774' }])
    await eventually(async () => {
      const { data } = await api.query(
        `{ image(imageId: "${imageId}", region: "${region}") { launchPermissions { grantee } } }`,
      )
      expect(data.image.launchPermissions).toContainEqual({ grantee: '999988887774' })
    }, 5)
    await api.stop()
  })

  it('a key: it is asked for, and no other', async () => {
    await open()
    const { arn, ownerId } = await keyToChange()
    synced.sandbox.calls.reset()
    createGrant(synced.world, arn, { granteePrincipal, operations })
    follow()
    await caughtUp(5, [arn])
    const asked = synced.sandbox.calls
      .entries()
      .filter(({ service }) => service === 'kms')
      .map(({ accountId, region, operation, calls }) => [accountId, region, operation, calls])
    expect(asked.sort()).toEqual([
      [ownerId, region, 'DescribeKey', 1],
      [ownerId, region, 'GetKeyPolicy', 1],
      [ownerId, region, 'ListGrants', 1],
    ])
  })

  it('nobody asks for keys that encrypt nothing shared, however many grants they get', async () => {
    await open()
    const { ownerId } = someImage()
    const kind = { alias: 'alias/volumes', awsManaged: false, sharedWithOrganization: false }
    const { arn } = keyFor(regionOf(synced.world, region), ownerId, kind, createRandom(2))
    synced.sandbox.calls.reset()
    for (let volume = 0; volume < 300; volume++) createGrant(synced.world, arn, { granteePrincipal, operations })
    follow()
    await eventually(() => expect(queue().messages.size).toBe(0), 5)
    expect(synced.sandbox.calls.entries().filter(({ service }) => service === 'kms')).toEqual([])
  })
})

describe('an instance that lived between two syncs (R17)', () => {
  it('is known with its image where AWS still shows it as terminated', async () => {
    await open()
    follow()
    const instance = launchOne(someImage())
    terminate(synced.world, instance)
    await caughtUp()
    expect(await imageOf(instance.instanceId)).toMatchObject([{ image_id: instance.imageId, evidence: 'LISTING' }])
  })

  it('is known by what its launch answered where AWS shows it no more', async () => {
    await open()
    const image = someImage()
    image.facts.ProductCodes = [{ ProductCodeId: '3p3gh0ahwtwkvhmhqhl5xhqcq', ProductCodeType: 'marketplace' }]
    const instance = launchOne(image)
    synced.world.regions.get(region)?.instances.get(instance.accountId)?.delete(instance.instanceId)
    follow()
    await eventually(async () => {
      expect(await imageOf(instance.instanceId)).toEqual([
        { image_id: image.imageId, evidence: 'EVENT', product_codes: ['3p3gh0ahwtwkvhmhqhl5xhqcq'] },
      ])
      expect(queue().messages.size).toBe(0)
    }, 5)
    const { rowCount } = await synced.pool.query(`select from amigraph.instances where instance_id = $1`, [
      instance.instanceId,
    ])
    expect(rowCount).toBe(0)
    await synced.sync()
    expect(await imageOf(instance.instanceId)).toHaveLength(1)
  })
})

describe('an event proves nothing', () => {
  const pretend = (type: string, detail: object, accountId: string) =>
    queue().send(
      JSON.stringify({ 'detail-type': type, source: 'aws.ec2', account: accountId, region, resources: [], detail }),
    )

  it('of an image that is there, nor of an instance that runs', async () => {
    await open()
    const image = someImage()
    const instance = launchOne(image)
    queue().messages.clear()
    await synced.sync()
    const before = await readCache(synced.pool)
    pretend('EC2 AMI State Change', { ImageId: image.imageId, State: 'deregistered' }, image.ownerId)
    pretend(
      'EC2 Instance State-change Notification',
      { 'instance-id': instance.instanceId, state: 'terminated' },
      instance.accountId,
    )
    follow()
    await caughtUp()
    expect(await readCache(synced.pool)).toEqual(before)
  })

  it('of what another account owns', async () => {
    await open()
    const image = someImage()
    const other = [...synced.world.accounts.keys()].find(accountId => accountId !== image.ownerId) ?? ''
    const before = await readCache(synced.pool)
    pretend('EC2 AMI State Change', { ImageId: image.imageId, State: 'deregistered' }, other)
    follow()
    await caughtUp()
    expect(await readCache(synced.pool)).toEqual(before)
  })

  it('of accounts and Regions that are not read: it is ignored', async () => {
    await open()
    pretend('EC2 AMI State Change', { ImageId: 'ami-0aa11bb22cc33dd44', State: 'available' }, '700000000007')
    follow()
    await caughtUp()
    await eventually(async () => {
      const { rows } = await synced.pool.query(`select received, ignored, error_code from amigraph.event_queues`)
      expect(rows).toEqual([{ received: '1', ignored: '1', error_code: null }])
    })
  })
})

describe('a listing that began before an event', () => {
  it('does not bring back what the event took away, nor take away what it brought', async () => {
    await open()
    const [gone, image] = ownImages(synced.world)
    if (!gone || !image) throw new Error('The world is too small')
    follow()
    // The listings of both kinds are taken, and held up on their way.
    const stop = synced.sandbox.faults.add({
      region,
      accountId: image.ownerId,
      fault: { kind: 'delay', delayMs: 1500 },
    })
    synced.sandbox.calls.reset()
    const listed = (operation: string) =>
      eventually(() => expect(synced.sandbox.calls.total({ region, accountId: image.ownerId, operation })).toBe(1))
    const syncing = synced.sync()
    await Promise.all([
      listed('DescribeInstances'),
      eventually(() =>
        expect(synced.sandbox.calls.total({ region, accountId: image.ownerId, operation: 'DescribeImages' })).toBe(2),
      ),
    ])
    stop()
    deregister(synced.world, gone)
    launchOne(image)
    await syncing
    await caughtUp()
    await synced.sync()
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
    const { rowCount } = await synced.pool.query(`select from amigraph.targeted_reads`)
    expect(rowCount).toBe(0)
  })
})

describe('what goes wrong', () => {
  it.each([
    ['is throttled', { kind: 'error', code: 'RequestLimitExceeded', message: 'Request limit exceeded.', status: 503 }],
    ['answers with a page', { kind: 'html500' }],
    ['resets the connection', { kind: 'reset' }],
  ] as const)('AWS %s: the event comes again', async (_case, fault) => {
    await open()
    synced.sandbox.faults.add({ operation: 'DescribeImages', fault, nth: 1, times: 4 })
    share(synced.world, someImage(), [{ UserId: stranger() }])
    follow()
    await caughtUp(10)
    expect(await deadLetters()).toEqual([])
  })

  it('for good: the message is kept, with the reason, and the others are followed', async () => {
    await open()
    const impatient = await synced.another({ events: { mostReceives: 2 } })
    const image = someImage()
    const fault = { kind: 'error', code: 'InvalidParameterValue', message: 'No', status: 400 } as const
    synced.sandbox.faults.add({ operation: 'DescribeImages', accountId: image.ownerId, region, fault })
    share(synced.world, image, [{ UserId: stranger() }])
    follow(impatient)
    await eventually(async () => {
      expect(await deadLetters()).toEqual([
        {
          event_name: 'ModifyImageAttribute',
          account_id: image.ownerId,
          error_code: 'InvalidParameterValue',
          receive_count: 2,
        },
      ])
      expect(queue().messages.size).toBe(0)
    })
    synced.sandbox.faults.clear()
    share(synced.world, image, [{ UserId: stranger() }])
    await caughtUp()
  })

  it('poison: kept once, and never in the way', async () => {
    await open()
    for (const body of ['not JSON', '{}', '[]', '"\\u0000\\ud800"', '{"detail-type":"EC2 AMI State Change"}'])
      queue().send(body)
    const image = someImage()
    share(synced.world, image, [{ UserId: stranger() }])
    follow()
    await caughtUp()
    expect(await deadLetters()).toEqual(
      Array.from({ length: 5 }, () => ({
        event_name: null,
        account_id: null,
        error_code: 'UnreadableEvent',
        receive_count: 1,
      })),
    )
  })

  it('AWS denies it: coverage says so, and nothing that was known is lost', async () => {
    await open()
    const image = someImage()
    const before = await readCache(synced.pool)
    const fault = { kind: 'error', code: 'UnauthorizedOperation', message: 'explicit deny', status: 403 } as const
    synced.sandbox.faults.add({ operation: 'DescribeImages', accountId: image.ownerId, region, fault })
    deregister(synced.world, image)
    follow()
    await eventually(async () => {
      const outcomes = await synced.outcomes()
      expect(outcomes.get(`${image.ownerId}/${region}/IMAGES_OWNED`)).toBe('UnauthorizedOperation')
      expect(queue().messages.size).toBe(0)
    })
    expect(await readCache(synced.pool)).toEqual(before)
    expect(await deadLetters()).toEqual([])
  })

  it('the queue is away for a while: it is followed again, and says so meanwhile', async () => {
    await open()
    const fault = { kind: 'error', code: 'AccessDenied', message: 'denied by the queue policy', status: 403 } as const
    const stop = synced.sandbox.faults.add({ service: 'sqs', fault })
    share(synced.world, someImage(), [{ UserId: stranger() }])
    follow()
    const error = async () => (await synced.pool.query(`select error_code from amigraph.event_queues`)).rows
    await eventually(async () => expect(await error()).toEqual([{ error_code: 'AccessDenied' }]))
    stop()
    await caughtUp()
    expect(await error()).toEqual([{ error_code: null }])
  })

  it('a worker that stops gives back what it has not begun with', async () => {
    // A message that is just on its way to a worker that stops comes again when its time is over.
    await openOwn({ environment: { AMIGRAPH_SYNC_CONCURRENCY: '1' }, overrides: { events: { visibilitySeconds: 2 } } })
    const { world } = synced
    synced.sandbox.faults.add({ service: 'ec2', fault: { kind: 'delay', delayMs: 300 } })
    for (const image of ownImages(world)) share(world, image, [{ UserId: stranger() }])
    const sent = queue().messages.size
    const consumer = follow()
    await eventually(() => expect(synced.sandbox.calls.total({ operation: 'ReceiveMessage' })).toBeGreaterThan(0))
    await consumer.stop()
    expect(queue().messages.size).toBeLessThanOrEqual(sent)
    synced.sandbox.faults.clear()
    follow()
    await caughtUp(10)
  })
})
