import { describe, expect, it } from 'vitest'
import type { NamedThing } from '../../src/domain/aws-event/named-thing.ts'
import { readAwsEvent } from '../../src/domain/aws-event.ts'

// Shapes of the EC2, KMS and CloudTrail User Guides; IDs are made up.

const accountId = '444455556666'
const region = 'eu-west-1'
const imageId = 'ami-0aa11bb22cc33dd44'
const instanceId = 'i-0fedcba9876543210'
const keyArn = `arn:aws:kms:${region}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`

const envelope = (type: string, source: string, detail: object, resources: string[] = []) => ({
  version: '0',
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  'detail-type': type,
  source,
  account: accountId,
  time: '2026-03-01T12:00:00Z',
  region,
  resources,
  detail,
})

const call = (eventName: string, request: object | null, response: object | null, more: object = {}) =>
  envelope('AWS API Call via CloudTrail', 'aws.ec2', {
    eventVersion: '1.11',
    userIdentity: { type: 'AssumedRole', arn: `arn:aws:sts::${accountId}:assumed-role/deploy/ci`, accountId },
    eventTime: '2026-03-01T12:00:00Z',
    eventSource: 'ec2.amazonaws.com',
    eventName,
    awsRegion: region,
    requestParameters: request,
    responseElements: response,
    requestID: '439a7e66-d8b6-4bad-98d9-214c20161939',
    eventID: 'cd7919fe-34a2-4d26-b038-23a2556a79fb',
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: accountId,
    eventCategory: 'Management',
    ...more,
  })

const keyCall = (eventName: string, request: object, resources: object[] = []) =>
  call(eventName, request, null, { eventSource: 'kms.amazonaws.com', resources })

const image = (permissions = true): NamedThing => ({ kind: 'IMAGE', imageId, permissions })
const instance = (told: Extract<NamedThing, { kind: 'INSTANCE' }>['told'] = null): NamedThing => ({
  kind: 'INSTANCE',
  instanceId,
  told,
})

describe('an event names', () => {
  const done = { requestId: '439a7e66-d8b6-4bad-98d9-214c20161939', _return: true }
  const wrapped = (name: string, more: object = {}) =>
    call(
      name,
      { [`${name}Request`]: { ImageId: imageId, ...more } },
      { [`${name}Response`]: { xmlns: 'http://ec2.amazonaws.com/doc/2016-11-15/', return: true, requestId: 'r' } },
    )
  const rows: [string, object, NamedThing[]][] = [
    [
      'the image whose state changed',
      envelope(
        'EC2 AMI State Change',
        'aws.ec2',
        { RequestId: 'r', ImageId: imageId, State: 'available', ErrorMessage: '' },
        [`arn:aws:ec2:${region}::image/${imageId}`],
      ),
      [image()],
    ],
    [
      'it by its ARN where the detail does not',
      envelope('EC2 AMI State Change', 'aws.ec2', { State: 'deregistered' }, [
        `arn:aws:ec2:${region}::image/${imageId}`,
      ]),
      [image()],
    ],
    [
      'the instance whose state changed',
      envelope('EC2 Instance State-change Notification', 'aws.ec2', { 'instance-id': instanceId, state: 'pending' }),
      [instance()],
    ],
    [
      'ModifyImageAttribute: the image',
      call(
        'ModifyImageAttribute',
        {
          imageId,
          launchPermission: { add: { items: [{ userId: '999988887777' }] } },
          attributeType: 'launchPermission',
        },
        done,
      ),
      [image()],
    ],
    ['RegisterImage: what it made', call('RegisterImage', { name: 'web-1' }, { requestId: 'r', imageId }), [image()]],
    [
      'CopyImage: the copy, not the source',
      call('CopyImage', { sourceRegion: 'us-east-1', sourceImageId: 'ami-1' }, { requestId: 'r', imageId }),
      [image()],
    ],
    [
      'CreateImage: what it made',
      call('CreateImage', { instanceId, name: 'n', noReboot: true }, { imageId }),
      [image()],
    ],
    ['DeregisterImage: what it took away', call('DeregisterImage', { imageId }, done), [image()]],
    ['DisableImage, as newer calls are written', wrapped('DisableImage'), [image()]],
    ['EnableImage', wrapped('EnableImage'), [image()]],
    [
      'EnableImageDeprecation: the image, not its permissions',
      wrapped('EnableImageDeprecation', { DeprecateAt: '2027-01-01T00:00:00.000Z' }),
      [image(false)],
    ],
    ['DisableImageDeprecation', wrapped('DisableImageDeprecation'), [image(false)]],
    ['AttachImageWatermark', wrapped('AttachImageWatermark', { WatermarkName: 'approved' }), [image(false)]],
    ['DetachImageWatermark', call('DetachImageWatermark', { imageId, watermarkKey: 'k' }, done), [image(false)]],
    ['ReplaceImageInstanceTypeSpecification', wrapped('ReplaceImageInstanceTypeSpecification'), [image(false)]],
    [
      'RunInstances: each instance with what it was launched from',
      call(
        'RunInstances',
        { instancesSet: { items: [{ imageId, minCount: 1, maxCount: 1 }] }, instanceType: 'm5.large' },
        {
          reservationId: 'r-0aaaaaaaaaaaaaaaa',
          instancesSet: {
            items: [
              {
                instanceId,
                imageId,
                instanceState: { code: 0, name: 'pending' },
                productCodes: { items: [{ productCode: '3p3gh0ahwtwkvhmhqhl5xhqcq', type: 'marketplace' }] },
                launchTime: 1_772_366_400_000,
                architecture: 'x86_64',
              },
            ],
          },
        },
      ),
      [
        instance({
          imageId,
          launchTime: new Date('2026-03-01T12:00:00Z'),
          productCodes: [{ productCode: '3p3gh0ahwtwkvhmhqhl5xhqcq', kind: 'MARKETPLACE' }],
        }),
      ],
    ],
    [
      'RunInstances without product codes',
      call('RunInstances', {}, { instancesSet: { items: [{ instanceId, imageId, productCodes: {} }] } }),
      [instance({ imageId, launchTime: null, productCodes: [] })],
    ],
    [
      'TerminateInstances: each instance',
      call(
        'TerminateInstances',
        { instancesSet: { items: [{ instanceId }, { instanceId: 'i-0123456789abcdef0' }] } },
        { instancesSet: { items: [{ instanceId, currentState: { code: 32, name: 'shutting-down' } }] } },
      ),
      [instance(), { kind: 'INSTANCE', instanceId: 'i-0123456789abcdef0', told: null }],
    ],
    [
      'a call that failed: nothing',
      call('DeregisterImage', { imageId }, null, { errorCode: 'Client.AuthFailure' }),
      [],
    ],
    ['a call of another kind: nothing', call('StopInstances', { instancesSet: { items: [{ instanceId }] } }, {}), []],
    [
      'a call of the same name elsewhere: nothing',
      call('CopyImage', { imageId }, { imageId }, { eventSource: 'workspaces.amazonaws.com' }),
      [],
    ],
    ['an event of another kind: nothing', envelope('Scheduled Event', 'aws.events', {}), []],
  ]
  it.each(rows)('%s', (_case, event, names) => {
    expect(readAwsEvent(JSON.stringify(event))).toMatchObject({ accountId, region, names })
    const notification = { Type: 'Notification', TopicArn: 'arn:aws:sns:::t', Message: JSON.stringify(event) }
    expect(readAwsEvent(JSON.stringify(notification))).toMatchObject({ accountId, region, names })
  })

  const resources = [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: keyArn }]
  it.each<[string, object, string, string]>([
    ['PutKeyPolicy', keyCall('PutKeyPolicy', { keyId: 'k', policyName: 'default' }, resources), '111122223333', keyArn],
    ['CreateGrant from another account', keyCall('CreateGrant', { keyId: keyArn }), '111122223333', keyArn],
    ['RevokeGrant', keyCall('RevokeGrant', { keyId: keyArn, grantId: 'g' }, resources), '111122223333', keyArn],
    ['a key by its ID', keyCall('PutKeyPolicy', { keyId: '1234abcd' }), accountId, '1234abcd'],
  ])('%s: the key, where the key is', (_case, event, owner, keyId) => {
    expect(readAwsEvent(JSON.stringify(event))).toMatchObject({
      accountId: owner,
      region,
      names: [{ kind: 'KEY', keyId }],
    })
  })
})

describe('no event is', () => {
  const stateChange = (changed: object) => ({ ...envelope('EC2 AMI State Change', 'aws.ec2', {}), ...changed })
  it.each<[string, string, RegExp]>([
    ['nothing', '', /not JSON/],
    ['text', 'hello', /not JSON/],
    ['half an event', JSON.stringify(call('DeregisterImage', { imageId }, {})).slice(0, 200), /not JSON/],
    ['a list', '[]', /no event/],
    ['null', 'null', /no event/],
    ['an object without a type', '{}', /detail/],
    ['one without an account', JSON.stringify(stateChange({ account: undefined })), /no account/],
    ['one of an account that is none', JSON.stringify(stateChange({ account: "1' or '1'='1" })), /no account/],
    ['one of a Region that is none', JSON.stringify(stateChange({ region: '../../etc' })), /Region/],
    ['one without a detail', JSON.stringify(stateChange({ detail: null })), /detail/],
    ['an image that is none', JSON.stringify(stateChange({ detail: { ImageId: 'ami-*' } })), /no image/],
    ['a list of images', JSON.stringify(call('DeregisterImage', { imageId: [imageId] }, {})), /no image/],
    ['a launch of nothing', JSON.stringify(call('RunInstances', {}, null)), /names nothing/],
    ['a launch of null', JSON.stringify(call('RunInstances', {}, { instancesSet: { items: [null] } })), /no instance/],
    ['a call without a name', JSON.stringify(call('', {}, {})), /eventName/],
    ['a grant on nothing', JSON.stringify(keyCall('CreateGrant', {})), /no key/],
    ['a notification of nothing', JSON.stringify({ Type: 'Notification', Message: 'hello' }), /not JSON/],
  ])('%s', (_case, body, message) => {
    expect(() => readAwsEvent(body)).toThrow(expect.objectContaining({ name: 'UnreadableEvent' }))
    expect(() => readAwsEvent(body)).toThrow(message)
  })
})
