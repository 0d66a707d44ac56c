import type { InstanceState, InstanceStateName } from '@aws-sdk/client-ec2'

const codes: Record<InstanceStateName, number> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
}

/** A state with the code that EC2 gives it. */
export const instanceState = (name: InstanceStateName): InstanceState => ({ Code: codes[name], Name: name })
