import type { LaunchPermission } from '@aws-sdk/client-ec2'
import type { ImageCause } from '../world/change.ts'
import { uuid } from '../world/identifiers.ts'
import type { WorldImage } from '../world/world.ts'
import { apiCallEvent, type EventBridgeEvent, makeEvent, type Occasion } from './event.ts'

const namespace = 'http://ec2.amazonaws.com/doc/2016-11-15/'

/** EC2's newer calls are recorded with the request's and the response's own names around them. */
const wrappedCall = (occasion: Occasion, name: string, request: Record<string, unknown>): EventBridgeEvent =>
  apiCallEvent(occasion, 'ec2', {
    name,
    request: { [`${name}Request`]: request },
    response: { [`${name}Response`]: { xmlns: namespace, requestId: uuid(occasion.random), return: true } },
  })

const called = (occasion: Occasion, imageId: string, cause: ImageCause, image: WorldImage | undefined) => {
  const { Name: name, SourceImageId, SourceImageRegion } = image?.facts ?? {}
  const requestId = uuid(occasion.random)
  switch (cause) {
    case 'RegisterImage':
      return apiCallEvent(occasion, 'ec2', { name: cause, request: { name }, response: { requestId, imageId } })
    case 'CreateImage':
      return apiCallEvent(occasion, 'ec2', {
        name: cause,
        request: { instanceId: image?.facts.SourceInstanceId, name, noReboot: true },
        response: { requestId, imageId },
      })
    case 'CopyImage':
      return apiCallEvent(occasion, 'ec2', {
        name: cause,
        request: { sourceRegion: SourceImageRegion, sourceImageId: SourceImageId, name, encrypted: false },
        response: { requestId, imageId },
      })
    case 'DeregisterImage':
      return apiCallEvent(occasion, 'ec2', {
        name: cause,
        request: { imageId },
        response: { requestId, _return: true },
      })
    default:
      return wrappedCall(occasion, cause, { ImageId: imageId })
  }
}

/** An image came, went, or changed its state: the call, and the state that it led to. */
export const imageStateEvents = (
  occasion: Occasion,
  {
    imageId,
    state,
    cause,
    image,
  }: { imageId: string; state: string; cause: ImageCause; image: WorldImage | undefined },
): EventBridgeEvent[] => [
  called(occasion, imageId, cause, image),
  makeEvent(occasion, {
    source: 'aws.ec2',
    type: 'EC2 AMI State Change',
    resources: [`arn:aws:ec2:${occasion.region}::image/${imageId}`],
    detail: { RequestId: uuid(occasion.random), ImageId: imageId, State: state, ErrorMessage: '' },
  }),
]

/** A date of deprecation was set or taken away (R4). */
export const deprecationEvents = (
  occasion: Occasion,
  { imageId, deprecationTime }: { imageId: string; deprecationTime: string | undefined },
): EventBridgeEvent[] => [
  deprecationTime === undefined
    ? wrappedCall(occasion, 'DisableImageDeprecation', { ImageId: imageId })
    : wrappedCall(occasion, 'EnableImageDeprecation', { ImageId: imageId, DeprecateAt: deprecationTime }),
]

/** A watermark was attached or taken off (R19). */
export const watermarkEvents = (
  occasion: Occasion,
  { imageId, cause, key }: { imageId: string; cause: 'AttachImageWatermark' | 'DetachImageWatermark'; key: string },
): EventBridgeEvent[] => [
  cause === 'DetachImageWatermark'
    ? wrappedCall(occasion, cause, { ImageId: imageId, WatermarkKey: key })
    : wrappedCall(occasion, cause, { ImageId: imageId, WatermarkName: key.slice(key.indexOf(':') + 1) }),
]

const item = ({ UserId, Group, OrganizationArn, OrganizationalUnitArn }: LaunchPermission) => ({
  ...(UserId === undefined ? {} : { userId: UserId }),
  ...(Group === undefined ? {} : { group: Group }),
  ...(OrganizationArn === undefined ? {} : { organizationArn: OrganizationArn }),
  ...(OrganizationalUnitArn === undefined ? {} : { organizationalUnitArn: OrganizationalUnitArn }),
})

/** Launch permissions were given or taken back (R6). */
export const permissionEvents = (
  occasion: Occasion,
  { imageId, added, removed }: { imageId: string; added: LaunchPermission[]; removed: LaunchPermission[] },
): EventBridgeEvent[] => [
  apiCallEvent(occasion, 'ec2', {
    name: 'ModifyImageAttribute',
    request: {
      imageId,
      launchPermission: {
        ...(added.length === 0 ? {} : { add: { items: added.map(item) } }),
        ...(removed.length === 0 ? {} : { remove: { items: removed.map(item) } }),
      },
      attributeType: 'launchPermission',
    },
    response: { requestId: uuid(occasion.random), _return: true },
  }),
]
