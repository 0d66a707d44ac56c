import type { Tag } from '@aws-sdk/client-ec2'
import { type ImageReference, imageOf, regionOf } from '../find.ts'
import { resourceId } from '../identifiers.ts'
import { putInstance } from '../instance-store.ts'
import { noteLaunch } from '../last-launched.ts'
import type { World, WorldInstance } from '../world.ts'

export type Launch = { accountId: string; instanceType: string; count?: number; tags?: Tag[]; zone?: string }

/** Launches instances from an image, in one reservation. */
export const launch = (world: World, reference: ImageReference, wanted: Launch): WorldInstance[] => {
  const image = imageOf(world, reference)
  const region = regionOf(world, image.region)
  const reservationId = resourceId('r', world.random)
  const launchTime = world.now()
  noteLaunch(image, launchTime)
  const launched = Array.from({ length: wanted.count ?? 1 }, () => {
    const instance: WorldInstance = {
      region: image.region,
      accountId: wanted.accountId,
      instanceId: resourceId('i', world.random),
      reservationId,
      imageId: image.imageId,
      image,
      instanceType: wanted.instanceType,
      state: 'running',
      stateReason: undefined,
      launchTime,
      terminatedAt: undefined,
      zone: wanted.zone ?? region.zones[0] ?? `${region.name}a`,
      tags: wanted.tags,
      billing: undefined,
      recorded: undefined,
      recordedMetadata: undefined,
    }
    putInstance(region, instance)
    return instance
  })
  const where = { at: launchTime, region: region.name, accountId: wanted.accountId }
  const instanceIds = launched.map(({ instanceId }) => instanceId)
  world.notify({ kind: 'launch', ...where, instanceIds })
  for (const instanceId of instanceIds) world.notify({ kind: 'instance-state', ...where, instanceId, state: 'running' })
  return launched
}
