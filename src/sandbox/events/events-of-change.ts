import type { WorldChange } from '../world/change.ts'
import type { Random } from '../world/random.ts'
import type { World } from '../world/world.ts'
import type { EventBridgeEvent, Occasion } from './event.ts'
import { deprecationEvents, imageStateEvents, permissionEvents, watermarkEvents } from './image-events.ts'
import { instanceStateEvents, launchEvents } from './instance-events.ts'
import { keyEvents } from './key-events.ts'

/** The events that AWS puts on the bus when this happens. Changes of the organization and of settings have none here. */
export const eventsOfChange = (world: World, change: WorldChange, random: Random): EventBridgeEvent[] => {
  const occasion = (accountId: string, region: string): Occasion => ({ accountId, region, at: change.at, random })
  switch (change.kind) {
    case 'image-state': {
      const region = world.regions.get(change.region)
      const image = region?.images.get(change.imageId) ?? region?.deregisteredImages.get(change.imageId)
      return imageStateEvents(occasion(change.ownerId, change.region), { ...change, image })
    }
    case 'image-deprecation':
      return deprecationEvents(occasion(change.ownerId, change.region), change)
    case 'launch-permissions':
      return permissionEvents(occasion(change.ownerId, change.region), change)
    case 'watermark':
      return watermarkEvents(occasion(change.ownerId, change.region), change)
    case 'launch': {
      const instances = world.regions.get(change.region)?.instances.get(change.accountId)
      const launched = change.instanceIds.flatMap(instanceId => instances?.get(instanceId) ?? [])
      return launchEvents(occasion(change.accountId, change.region), launched)
    }
    case 'instance-state':
      return instanceStateEvents(occasion(change.accountId, change.region), change)
    case 'key':
      return keyEvents(occasion(change.accountId, change.region), change.keyArn, change)
    default:
      return []
  }
}
