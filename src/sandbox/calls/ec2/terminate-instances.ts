import type { TerminateInstancesRequest, TerminateInstancesResult } from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { terminate } from '../../world/changes.ts'
import { instanceState } from './instance-state.ts'
import { ownedInstances } from './owned-instances.ts'

/** Terminates the caller's own instances: all of them, or none where one is unknown. */
export const terminateInstances: Call<TerminateInstancesRequest, TerminateInstancesResult> = (input, context) => ({
  TerminatingInstances: ownedInstances(input.InstanceIds ?? [], context).map(instance => {
    const before = instance.state
    terminate(context.world, instance)
    return {
      InstanceId: instance.instanceId,
      PreviousState: instanceState(before),
      CurrentState: instanceState(before === 'terminated' ? 'terminated' : 'shutting-down'),
    }
  }),
})
