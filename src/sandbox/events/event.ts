import { uuid } from '../world/identifiers.ts'
import type { Random } from '../world/random.ts'
import { withSeconds } from '../world/time-format.ts'

/** An event as EventBridge delivers it (Amazon EventBridge User Guide, "Events"). */
export type EventBridgeEvent = {
  version: '0'
  id: string
  'detail-type': string
  source: string
  /** The account that it happened in, also after it was sent on to another account's bus */
  account: string
  time: string
  region: string
  resources: string[]
  detail: Record<string, unknown>
}

/** Where and when something happened, and what its IDs are drawn from. */
export type Occasion = { accountId: string; region: string; at: Date; random: Random }

export const makeEvent = (
  { accountId, region, at, random }: Occasion,
  what: { source: string; type: string; resources?: string[]; detail: Record<string, unknown> },
): EventBridgeEvent => ({
  version: '0',
  id: uuid(random),
  'detail-type': what.type,
  source: what.source,
  account: accountId,
  time: withSeconds(at),
  region,
  resources: what.resources ?? [],
  detail: what.detail,
})

/** A call that succeeded, as CloudTrail hands it to EventBridge (CloudTrail User Guide, "Record contents"). */
export const apiCallEvent = (
  occasion: Occasion,
  service: string,
  call: {
    name: string
    request: Record<string, unknown>
    response: Record<string, unknown> | null
    /** What the record names as touched, for services that do */
    resources?: { accountId: string; type: string; ARN: string }[]
  },
): EventBridgeEvent => {
  const { accountId, region, at, random } = occasion
  const principalId = 'AROASANDBOXMADEUPROLE:deploy'
  return makeEvent(occasion, {
    source: `aws.${service}`,
    type: 'AWS API Call via CloudTrail',
    detail: {
      eventVersion: '1.11',
      userIdentity: {
        type: 'AssumedRole',
        principalId,
        arn: `arn:aws:sts::${accountId}:assumed-role/deploy/deploy`,
        accountId,
      },
      eventTime: withSeconds(at),
      eventSource: `${service}.amazonaws.com`,
      eventName: call.name,
      awsRegion: region,
      sourceIPAddress: '192.0.2.10',
      userAgent: 'aws-cli/2.31.0',
      requestParameters: call.request,
      responseElements: call.response,
      requestID: uuid(random),
      eventID: uuid(random),
      readOnly: false,
      ...(call.resources === undefined ? {} : { resources: call.resources }),
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: accountId,
      eventCategory: 'Management',
    },
  })
}
