import { beforeEach, describe, expect, it } from 'vitest'
import { readAwsEvent } from '../../../src/domain/aws-event.ts'
import { startEventBus } from '../../../src/sandbox/events/event-bus.ts'
import { createQueue, type Queue } from '../../../src/sandbox/queues/queue.ts'
import {
  attachWatermark,
  copyImage,
  deprecate,
  deregister,
  detachWatermark,
  disable,
  enable,
  launch,
  registerImage,
  share,
  suspendAccount,
  tag,
  terminate,
  unshare,
} from '../../../src/sandbox/world/changes.ts'
import type { WorldImage } from '../../../src/sandbox/world/world.ts'
import { away, builder, consumer, createStage, home, type Stage, start } from '../calls/stage.ts'

let stage: Stage
let image: WorldImage
let queue: Queue
beforeEach(() => {
  stage = createStage()
  image = stage.image()
  queue = createQueue({ name: 'events', accountId: consumer, region: home, now: stage.world.now })
})

const bodies = () => [...queue.messages.values()].map(({ body }) => body)
/** As the product reads them: what it names must be there in the shape in which the sandbox writes it. */
const arrived = () => bodies().map(readAwsEvent)
const launched = () => launch(stage.world, image, { accountId: consumer, instanceType: 't3.micro', count: 2 })

describe('what happens puts on the bus', () => {
  const rows: [string, () => unknown, names: string[]][] = [
    ['share', () => share(stage.world, image, [{ UserId: consumer }]), ['ModifyImageAttribute']],
    [
      'register',
      () => registerImage(stage.world, { region: home, ownerId: builder, facts: { Name: 'n' } }),
      ['RegisterImage', 'EC2 AMI State Change'],
    ],
    [
      'copy',
      () => copyImage(stage.world, image, { region: away, ownerId: builder, name: 'copy' }),
      ['CopyImage', 'EC2 AMI State Change'],
    ],
    ['deprecate', () => deprecate(stage.world, image, start), ['EnableImageDeprecation']],
    ['no longer deprecate', () => deprecate(stage.world, image, null), ['DisableImageDeprecation']],
    ['mark', () => attachWatermark(stage.world, image, `${builder}:approved`), ['AttachImageWatermark']],
    [
      'mark twice',
      () => {
        attachWatermark(stage.world, image, `${builder}:approved`)
        attachWatermark(stage.world, image, `${builder}:approved`)
      },
      ['AttachImageWatermark'],
    ],
    ['take off a mark that is not there', () => detachWatermark(stage.world, image, 'none'), []],
    ['disable', () => disable(stage.world, image), ['DisableImage', 'EC2 AMI State Change']],
    ['enable', () => enable(stage.world, image), ['EnableImage', 'EC2 AMI State Change']],
    ['deregister', () => deregister(stage.world, image), ['DeregisterImage', 'EC2 AMI State Change']],
    [
      'launch',
      launched,
      ['RunInstances', 'EC2 Instance State-change Notification', 'EC2 Instance State-change Notification'],
    ],
    ['suspend', () => suspendAccount(stage.world, consumer), []],
    ['tag', () => tag(stage.world, { region: home, resourceId: image.imageId, accountId: builder }, []), []],
  ]
  it.each(rows)('%s', (_case, change, names) => {
    startEventBus(stage.world, queue)
    change()
    expect(arrived().map(({ name }) => name)).toEqual(names)
    for (const { names: things } of arrived()) expect(things).not.toEqual([])
  })

  it('an instance that ends: the call, then the state', () => {
    const [instance] = launched()
    startEventBus(stage.world, queue)
    if (instance) terminate(stage.world, instance)
    expect(arrived()).toMatchObject([
      { name: 'TerminateInstances', accountId: consumer, names: [{ instanceId: instance?.instanceId }] },
      { name: 'EC2 Instance State-change Notification', names: [{ instanceId: instance?.instanceId }] },
    ])
  })

  it('what a launch answered: image, time and product codes', () => {
    image.facts.ProductCodes = [{ ProductCodeId: '3p3gh0ahwtwkvhmhqhl5xhqcq', ProductCodeType: 'marketplace' }]
    startEventBus(stage.world, queue)
    launched()
    const told = {
      imageId: image.imageId,
      launchTime: start,
      productCodes: [{ productCode: '3p3gh0ahwtwkvhmhqhl5xhqcq', kind: 'MARKETPLACE' }],
    }
    expect(arrived()[0]).toMatchObject({ accountId: consumer, region: home, names: [{ told }, { told }] })
  })
})

describe('the way', () => {
  const changes = () => {
    for (let time = 0; time < 10; time++) {
      share(stage.world, image, [{ UserId: consumer }])
      unshare(stage.world, image, [{ UserId: consumer }])
    }
  }

  it('takes its time, and mixes the order up; the same seed does so in the same way', async () => {
    const bus = startEventBus(stage.world, queue, { delayMs: 1, jitterMs: 20, seed: 3 })
    changes()
    expect(bodies()).toEqual([])
    await bus.settled()
    expect(bodies()).toHaveLength(20)
  })

  it('brings some of them more than once', () => {
    startEventBus(stage.world, queue, { duplicates: 0.5, seed: 3 })
    changes()
    expect(bodies().length).toBeGreaterThan(25)
    expect(new Set(bodies()).size).toBe(20)
  })

  it('ends where it is stopped', async () => {
    const bus = startEventBus(stage.world, queue, { delayMs: 60_000 })
    changes()
    bus.stop()
    await bus.settled()
    changes()
    expect(bodies()).toEqual([])
  })
})
