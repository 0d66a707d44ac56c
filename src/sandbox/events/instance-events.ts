import { instanceState } from '../calls/ec2/instance-state.ts'
import { instanceView } from '../calls/ec2/instance-view.ts'
import { uuid } from '../world/identifiers.ts'
import type { WorldInstance } from '../world/world.ts'
import { apiCallEvent, type EventBridgeEvent, makeEvent, type Occasion } from './event.ts'

const launched = (instance: WorldInstance, index: number) => {
  const { ProductCodes = [], Platform, ...view } = instanceView(instance)
  return {
    instanceId: instance.instanceId,
    imageId: instance.imageId,
    instanceState: lower(instanceState('pending')),
    privateDnsName: '',
    amiLaunchIndex: index,
    productCodes:
      ProductCodes.length === 0
        ? {}
        : { items: ProductCodes.map(code => ({ productCode: code.ProductCodeId, type: code.ProductCodeType })) },
    instanceType: instance.instanceType,
    launchTime: instance.launchTime.getTime(),
    placement: { availabilityZone: instance.zone, tenancy: 'default' },
    monitoring: { state: 'disabled' },
    architecture: view.Architecture,
    rootDeviceType: view.RootDeviceType,
    rootDeviceName: view.RootDeviceName,
    virtualizationType: view.VirtualizationType,
    hypervisor: 'xen',
    ...(Platform === undefined ? {} : { platform: Platform }),
    ...(instance.tags?.length
      ? { tagSet: { items: instance.tags.map(({ Key, Value }) => ({ key: Key, value: Value })) } }
      : {}),
  }
}

/** Instances of one reservation were launched. */
export const launchEvents = (occasion: Occasion, instances: readonly WorldInstance[]): EventBridgeEvent[] => {
  const [first] = instances
  if (first === undefined) return []
  return [
    apiCallEvent(occasion, 'ec2', {
      name: 'RunInstances',
      request: {
        instancesSet: { items: [{ imageId: first.imageId, minCount: instances.length, maxCount: instances.length }] },
        instanceType: first.instanceType,
      },
      response: {
        requestId: uuid(occasion.random),
        reservationId: first.reservationId,
        ownerId: first.accountId,
        groupSet: {},
        instancesSet: { items: instances.map(launched) },
      },
    }),
  ]
}

/** An instance changed its state; one that somebody terminated was also called about. */
export const instanceStateEvents = (
  occasion: Occasion,
  { instanceId, state }: { instanceId: string; state: string },
): EventBridgeEvent[] => {
  const changed = makeEvent(occasion, {
    source: 'aws.ec2',
    type: 'EC2 Instance State-change Notification',
    resources: [`arn:aws:ec2:${occasion.region}:${occasion.accountId}:instance/${instanceId}`],
    detail: { 'instance-id': instanceId, state },
  })
  if (state !== 'terminated') return [changed]
  const called = apiCallEvent(occasion, 'ec2', {
    name: 'TerminateInstances',
    request: { instancesSet: { items: [{ instanceId }] } },
    response: {
      requestId: uuid(occasion.random),
      instancesSet: {
        items: [
          {
            instanceId,
            currentState: lower(instanceState('shutting-down')),
            previousState: lower(instanceState('running')),
          },
        ],
      },
    },
  })
  return [called, changed]
}

const lower = ({ Code, Name }: ReturnType<typeof instanceState>) => ({ code: Code, name: Name })
