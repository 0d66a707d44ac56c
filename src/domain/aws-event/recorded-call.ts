import type { ProductCode } from '../facts.ts'
import type { Place } from '../source.ts'
import { spell } from '../vocabulary.ts'
import { field, isRecord, items, type Json, record, text, UnreadableEvent } from './json.ts'
import type { NamedThing, ToldInstance } from './named-thing.ts'
import { readPlace } from './place.ts'

/** The parts of a recorded call; EC2's newer calls have their own names around request and response. */
type Call = { request: Json; response: Json; detail: Json }

const calls: Readonly<Record<string, (call: Call) => NamedThing[]>> = {
  ModifyImageAttribute: ({ request }) => [image(field(request, 'imageId'))],
  RegisterImage: ({ response }) => [image(field(response, 'imageId'))],
  CopyImage: ({ response }) => [image(field(response, 'imageId'))],
  CreateImage: ({ response }) => [image(field(response, 'imageId'))],
  DeregisterImage: ({ request }) => [image(field(request, 'imageId'))],
  DisableImage: ({ request }) => [image(field(request, 'imageId'))],
  EnableImage: ({ request }) => [image(field(request, 'imageId'))],
  EnableImageDeprecation: ({ request }) => [image(field(request, 'imageId'), false)],
  DisableImageDeprecation: ({ request }) => [image(field(request, 'imageId'), false)],
  AttachImageWatermark: ({ request }) => [image(field(request, 'imageId'), false)],
  DetachImageWatermark: ({ request }) => [image(field(request, 'imageId'), false)],
  ReplaceImageInstanceTypeSpecification: ({ request }) => [image(field(request, 'imageId'), false)],
  RunInstances: ({ response }) =>
    items(field(response, 'instancesSet')).map(made => instance(field(made, 'instanceId'), told(made))),
  TerminateInstances: ({ request }) =>
    items(field(request, 'instancesSet')).map(ended => instance(field(ended, 'instanceId'))),
  PutKeyPolicy: key,
  CreateGrant: key,
  RevokeGrant: key,
  RetireGrant: key,
}

const services: readonly unknown[] = ['ec2.amazonaws.com', 'kms.amazonaws.com']

/** What a call that CloudTrail recorded changed; nothing where it failed, or is none of those that are followed. */
export function readCall(detail: Json, at: Place): Place & { name: string; names: NamedThing[] } {
  const name = text(detail, 'eventName')
  const read = Object.hasOwn(calls, name) ? calls[name] : undefined
  // A call that failed changed nothing.
  const failed = typeof detail['errorCode'] === 'string'
  if (read === undefined || failed || !services.includes(detail['eventSource'])) return { name, ...at, names: [] }
  const request = record(detail['requestParameters'] ?? {})
  const response = record(detail['responseElements'] ?? {})
  const names = read({
    request: record(request[`${name}Request`] ?? request),
    response: record(response[`${name}Response`] ?? response),
    detail,
  })
  return { name, ...at, ...keyOwner(names), names }
}

/** A grant can be made from another account; the key's ARN says where the key is. */
function keyOwner(names: readonly NamedThing[]): Partial<Place> {
  const [first] = names
  const [, , , region, accountId] = first?.kind === 'KEY' ? first.keyId.split(':') : []
  return readPlace(accountId, region) ?? {}
}

export function image(imageId: unknown, permissions = true): NamedThing {
  if (!isImageId(imageId)) throw new UnreadableEvent('The event names no image')
  return { kind: 'IMAGE', imageId, permissions }
}

export function instance(instanceId: unknown, told: ToldInstance | null = null): NamedThing {
  if (typeof instanceId !== 'string' || !/^i-[0-9a-zA-Z]{1,32}$/.test(instanceId))
    throw new UnreadableEvent('The event names no instance')
  return { kind: 'INSTANCE', instanceId, told }
}

function isImageId(value: unknown): value is string {
  return typeof value === 'string' && /^ami-[0-9a-zA-Z]{1,32}$/.test(value)
}

function key({ request, detail }: Call): NamedThing[] {
  const arns = (Array.isArray(detail['resources']) ? detail['resources'] : []).map(resource => field(resource, 'ARN'))
  const keyId = arns.find(arn => typeof arn === 'string' && arn.includes(':key/')) ?? field(request, 'keyId')
  if (typeof keyId !== 'string' || keyId === '') throw new UnreadableEvent('The event names no key')
  return [{ kind: 'KEY', keyId }]
}

function told(made: unknown): ToldInstance | null {
  const imageId = field(made, 'imageId')
  if (!isImageId(imageId)) return null
  return { imageId, launchTime: time(field(made, 'launchTime')), productCodes: productCodes(made) }
}

/** (R14) Named as EC2's own XML names them. */
function productCodes(made: unknown): ProductCode[] {
  const given = field(made, 'productCodes')
  return (isRecord(given) ? items(given, []) : [])
    .flatMap(item => {
      const productCode = field(item, 'productCode')
      const kind = spell('productCodeKind', String(field(item, 'type') ?? '')) ?? 'OTHER'
      return typeof productCode === 'string' && /^[\x21-\x7e]{1,128}$/.test(productCode) ? [{ productCode, kind }] : []
    })
    .sort((a, b) => (a.productCode < b.productCode ? -1 : 1))
}

/** CloudTrail writes times within a response as epoch milliseconds; some of its tools rewrite them as text. */
function time(given: unknown): Date | null {
  const date = new Date(typeof given === 'number' || typeof given === 'string' ? given : Number.NaN)
  return Number.isNaN(date.getTime()) ? null : date
}
