import type { Instance } from '@aws-sdk/client-ec2'
import { bootModeOn } from '../../world/boot-mode.ts'
import { instanceTypes } from '../../world/instance-types.ts'
import { withSeconds } from '../../world/time-format.ts'
import type { WorldInstance } from '../../world/world.ts'
import { instanceState } from './instance-state.ts'

/** An instance as DescribeInstances answers it; what was recorded stays as it was, but for what has changed since. */
export const instanceView = (instance: WorldInstance): Instance => {
  const changing: Instance = {
    InstanceId: instance.instanceId,
    ImageId: instance.imageId,
    State: instanceState(instance.state),
    ...(instance.tags?.length ? { Tags: instance.tags } : {}),
    ...(instance.stateReason ? { StateReason: instance.stateReason } : {}),
  }
  return instance.recorded ? { ...instance.recorded, ...changing } : { ...madeUp(instance), ...changing }
}

const madeUp = (instance: WorldInstance): Instance => {
  const facts = instance.image?.facts ?? {}
  const type = instanceTypes.get(instance.instanceType)
  const bootMode = type && bootModeOn(type, facts.BootMode)
  return {
    InstanceType: type?.InstanceType ?? (instance.instanceType as Instance['InstanceType']),
    LaunchTime: instance.launchTime,
    AmiLaunchIndex: 0,
    ClientToken: '',
    StateTransitionReason: instance.terminatedAt ? `User initiated (${stateTime(instance.terminatedAt)})` : '',
    Placement: { AvailabilityZone: instance.zone, GroupName: '', Tenancy: 'default' },
    Monitoring: { State: 'disabled' },
    Architecture: facts.Architecture,
    Hypervisor: 'xen',
    VirtualizationType: facts.VirtualizationType,
    RootDeviceType: facts.RootDeviceType,
    RootDeviceName: facts.RootDeviceName,
    EbsOptimized: false,
    EnaSupport: true,
    ...(facts.Platform ? { Platform: facts.Platform } : {}),
    ProductCodes: facts.ProductCodes ?? [],
    PlatformDetails: instance.billing?.platformDetails ?? facts.PlatformDetails,
    UsageOperation: instance.billing?.usageOperation ?? facts.UsageOperation,
    UsageOperationUpdateTime: instance.launchTime,
    ...(facts.BootMode ? { BootMode: facts.BootMode } : {}),
    ...(bootMode ? { CurrentInstanceBootMode: bootMode } : {}),
    ...(facts.TpmSupport ? { TpmSupport: facts.TpmSupport } : {}),
    MetadataOptions: {
      State: 'applied',
      HttpTokens: facts.ImdsSupport === 'v2.0' ? 'required' : 'optional',
      HttpEndpoint: 'enabled',
    },
  }
}

/** `2026-03-04 00:18:54 GMT` */
const stateTime = (date: Date) => `${withSeconds(date).slice(0, 19).replace('T', ' ')} GMT`
