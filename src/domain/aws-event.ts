import { type Json, record, text, UnreadableEvent } from './aws-event/json.ts'
import type { NamedThing } from './aws-event/named-thing.ts'
import { readPlace } from './aws-event/place.ts'
import { image, instance, readCall } from './aws-event/recorded-call.ts'

/**
 * What a change event of AWS names, read from a queue's message: an EventBridge event as it is, or wrapped in an SNS
 * notification. Events are hints. They come late, twice and out of order, so nothing but the name of what changed is
 * taken from them: how it stands now, AWS is asked. What an event says of an instance is kept only where AWS does not
 * show the instance any more (R17).
 */
export type AwsEvent = {
  /** CloudTrail's name of the call (`RunInstances`), or EventBridge's detail-type */
  name: string
  /** The account that holds what is named */
  accountId: string
  region: string
  /** Nothing where the event is none of those that are followed, or tells of a call that failed */
  names: NamedThing[]
}

export function readAwsEvent(body: string): AwsEvent {
  const event = unwrap(body)
  const type = text(event, 'detail-type')
  const detail = record(event['detail'])
  const at = readPlace(event['account'], event['region'])
  if (at === null) throw new UnreadableEvent('The event is of no account, or of no Region')
  switch (type) {
    case 'EC2 AMI State Change':
      return { name: type, ...at, names: [image(stateChangeImage(event, detail))] }
    case 'EC2 Instance State-change Notification':
      return { name: type, ...at, names: [instance(text(detail, 'instance-id'))] }
    case 'AWS API Call via CloudTrail':
      return readCall(detail, at)
    default:
      return { name: type, ...at, names: [] }
  }
}

function unwrap(body: string): Json {
  const outer = parse(body)
  return outer['Type'] === 'Notification' && typeof outer['Message'] === 'string' ? parse(outer['Message']) : outer
}

function parse(body: string): Json {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new UnreadableEvent('The message is not JSON')
  }
  return record(value, 'The message is no event')
}

function stateChangeImage(event: Json, detail: Json): string {
  const [arn] = Array.isArray(event['resources']) ? event['resources'] : []
  return typeof detail['ImageId'] === 'string' ? detail['ImageId'] : String(arn ?? '').replace(/^.*:image\//, '')
}
