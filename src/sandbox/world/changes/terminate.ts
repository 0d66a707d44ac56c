import type { StateReason } from '@aws-sdk/client-ec2'
import type { World, WorldInstance } from '../world.ts'

const byUser: StateReason = {
  Code: 'Client.UserInitiatedShutdown',
  Message: 'Client.UserInitiatedShutdown: User initiated shutdown',
}

/** Terminates an instance; it stays in the API for an hour (R17). */
export const terminate = (world: World, instance: WorldInstance, reason: StateReason = byUser): void => {
  if (instance.state === 'terminated') return
  instance.state = 'terminated'
  instance.stateReason = reason
  instance.terminatedAt = world.now()
  const { region, accountId, instanceId } = instance
  world.notify({ kind: 'instance-state', at: world.now(), region, accountId, instanceId, state: 'terminated' })
}
