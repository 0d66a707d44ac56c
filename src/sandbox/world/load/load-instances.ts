import type { Instance, InstanceImageMetadata, Reservation } from '@aws-sdk/client-ec2'
import { putInstance } from '../instance-store.ts'
import type { WorldInstance } from '../world.ts'
import type { ImageView } from './load-images.ts'
import { listIn, textIn } from './read-outputs.ts'

/** Loads an account's instances in a Region, and what was recorded about the images behind them. */
export const loadInstances = (view: ImageView): void => {
  const instances = new Map<string, WorldInstance>()
  for (const output of view.folder.outputs('describe-instances')) {
    for (const reservation of listIn<Reservation>(output, 'Reservations')) {
      for (const recorded of reservation.Instances ?? []) {
        const instanceId = textIn(output, recorded, 'InstanceId')
        const imageId = textIn(output, recorded, 'ImageId')
        const reservationId = reservation.ReservationId ?? 'r-00000000'
        instances.set(instanceId, { ...instanceFrom(view, instanceId, imageId, recorded), reservationId, recorded })
      }
    }
  }
  for (const output of view.folder.outputs('describe-instance-image-metadata')) {
    for (const recorded of listIn<InstanceImageMetadata>(output, 'InstanceImageMetadata')) {
      const instanceId = textIn(output, recorded, 'InstanceId')
      const imageId = textIn(output, recorded.ImageMetadata ?? {}, 'ImageId')
      const instance = instances.get(instanceId) ?? instanceFrom(view, instanceId, imageId, recorded)
      instances.set(instanceId, { ...instance, recordedMetadata: recorded })
    }
  }
  for (const instance of instances.values()) putInstance(view.region, instance)
}

const instanceFrom = (
  { accountId, region }: ImageView,
  instanceId: string,
  imageId: string,
  recorded: Instance & InstanceImageMetadata,
): WorldInstance => ({
  region: region.name,
  accountId,
  instanceId,
  reservationId: 'r-00000000',
  imageId,
  image: region.images.get(imageId),
  instanceType: recorded.InstanceType ?? '',
  state: recorded.State?.Name ?? 'running',
  stateReason: recorded.StateReason,
  launchTime: recorded.LaunchTime ?? new Date(0),
  // A terminated instance was still listed when the dump was made, and stays so
  terminatedAt: undefined,
  zone: recorded.Placement?.AvailabilityZone ?? recorded.AvailabilityZone ?? '',
  tags: recorded.Tags,
  billing: undefined,
  recorded: undefined,
  recordedMetadata: undefined,
})
