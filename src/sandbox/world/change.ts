import type { ImageState, InstanceStateName, LaunchPermission } from '@aws-sdk/client-ec2'
import type { WorldGrant } from './world.ts'

type ImageChange = { region: string; ownerId: string; imageId: string }

/** What happened in the world: the source of the events that AWS would put on the event bus. */
export type WorldChange = { at: Date } & (
  | (ImageChange & { kind: 'image-state'; state: ImageState; cause: ImageCause })
  | (ImageChange & { kind: 'image-deprecation'; deprecationTime: string | undefined })
  | (ImageChange & { kind: 'launch-permissions'; added: LaunchPermission[]; removed: LaunchPermission[] })
  | (ImageChange & { kind: 'watermark'; cause: 'AttachImageWatermark' | 'DetachImageWatermark'; key: string })
  | { kind: 'launch'; region: string; accountId: string; instanceIds: string[] }
  | { kind: 'instance-state'; region: string; accountId: string; instanceId: string; state: InstanceStateName }
  | { kind: 'tags'; region: string; accountId: string; resourceId: string }
  | { kind: 'launch-template'; region: string; accountId: string; launchTemplateId: string }
  | { kind: 'reference'; region: string; accountId: string; arn: string }
  | { kind: 'settings'; region: string; accountId: string }
  | ({ kind: 'key'; region: string; accountId: string; keyArn: string } & KeyCause)
  | { kind: 'account'; accountId: string; cause: 'added' | 'moved' | 'suspended' | 'removed' }
  | { kind: 'region'; accountId: string; region: string; enabled: boolean }
)

/** CreateImage is RegisterImage of an instance's volumes */
export type ImageCause =
  | 'RegisterImage'
  | 'CreateImage'
  | 'CopyImage'
  | 'DeregisterImage'
  | 'DisableImage'
  | 'EnableImage'

export type KeyCause =
  | { cause: 'PutKeyPolicy' }
  | { cause: 'CreateGrant'; grant: WorldGrant }
  | { cause: 'RevokeGrant'; grantId: string }
