/** What the REST protocols say outside a body: the operation by method and path, members in path, query and headers. */
import type { NormalizedSchema } from '@smithy/core/schema'
import { kindOf } from './kind.ts'
import { type Member, membersOf } from './members.ts'
import type { Refusals } from './refusals.ts'
import type { HttpRoute, Operation, Service, WireRequest } from './service.ts'
import { formatTimestamp, parseTimestamp, type TimestampFormat, timestampFormat } from './timestamp.ts'

/** The operation that a request's method, path and query mean: of several the one that asks for most. */
export const routedOperation = (service: Service, request: WireRequest): Operation | undefined => {
  let found: Operation | undefined
  let best = -1
  for (const operation of service.operations.values()) {
    const { http } = operation
    if (http?.method !== request.method || !labelsOf(http, request) || !hasWhatItNeeds(operation, request)) continue
    const specificity = http.uri.replaceAll(/\{[^}]*\}|[?&]x-id=\w+/g, '').length
    if (specificity > best) {
      found = operation
      best = specificity
    }
  }
  return found
}

/** Operations that only the SDKs' `x-id` tells apart may differ in a member of the query that one cannot do without. */
const hasWhatItNeeds = ({ input, http }: Operation, { query }: WireRequest): boolean => {
  const given = new URLSearchParams(query)
  return (
    !http?.uri.includes('x-id=') ||
    input.isUnitSchema() ||
    membersOf(input).every(({ required, place }) => !required || place.in !== 'query' || given.has(place.name))
  )
}

/** The values of the labels in a route's path; undefined where the request is for another one. */
const labelsOf = ({ uri }: HttpRoute, { path, query }: WireRequest): Map<string, string> | undefined => {
  const [pathPart = '', queryPart = ''] = uri.split('?')
  const given = new URLSearchParams(query)
  for (const [name, value] of new URLSearchParams(queryPart))
    if (value === '' ? !given.has(name) : (given.get(name) ?? unsaid(name, value)) !== value) return undefined
  const names: string[] = []
  // A greedy label takes slashes too
  const pattern = pathPart.replaceAll(/\{(\w+)(\+?)\}|[.*+?^$()|[\]\\]/g, (special, name, greedy) => {
    if (name === undefined) return `\\${special}`
    names.push(name)
    return greedy ? '(.+)' : '([^/]+)'
  })
  const match = new RegExp(`^${pattern}$`).exec(path)
  return match ? new Map(names.map((name, index) => [name, decodeURIComponent(match[index + 1] as string)])) : undefined
}

/** Only the SDKs say which operation they mean by a path that several have. */
const unsaid = (name: string, value: string) => (name === 'x-id' ? value : undefined)

/** The members of the input that path, query and headers carry, in the SDK's shapes. Throws `invalidParameter`. */
export const readHttpMembers = (
  { input, http }: Operation,
  request: WireRequest,
  refusals: Refusals,
): Record<string, unknown> => {
  const labels = (http && labelsOf(http, request)) ?? new Map<string, string>()
  const query = new URLSearchParams(request.query)
  const texts = ({ name, place }: Member): string[] | undefined => {
    if (place.in === 'label') return labels.has(name) ? [labels.get(name) as string] : undefined
    if (place.in === 'query') return query.has(place.name) ? query.getAll(place.name) : undefined
    const header = place.in === 'header' ? request.headers[place.name] : undefined
    return header === undefined ? undefined : [header].flat()
  }
  const values: Record<string, unknown> = {}
  for (const member of input.isUnitSchema() ? [] : membersOf(input)) {
    const { name, place } = member
    if (place.in === 'prefixHeaders') values[name] = prefixed(request, place.name)
    if (place.in === 'queryParams') values[name] = Object.fromEntries(query)
    const given = texts(member)
    if (given === undefined) continue
    const value = readTexts(member.schema, given, place.in === 'header' ? 'http-date' : 'date-time')
    if (value === undefined) throw refusals.invalidParameter(name, given.join())
    values[name] = value
  }
  return values
}

const prefixed = ({ headers }: WireRequest, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), [value].flat().join()]),
  )

const readTexts = (schema: NormalizedSchema, texts: readonly string[], dates: TimestampFormat): unknown => {
  if (schema.isListSchema()) {
    const items = texts.map(text => readText(schema.getValueSchema(), text, dates))
    return items.includes(undefined) ? undefined : items
  }
  return readText(schema, texts[0] ?? '', dates)
}

const readText = (schema: NormalizedSchema, text: string, dates: TimestampFormat): unknown => {
  switch (kindOf(schema)) {
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined
    case 'number':
      return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
    case 'timestamp':
      return parseTimestamp(text, timestampFormat(schema, dates))
    default:
      return text
  }
}

/** An output's status and headers, and what is left for its body. */
export const splitOutput = (
  { output, http }: Operation,
  value: object,
): { status: number; headers: Record<string, string>; payload: Member | undefined; body: Record<string, unknown> } => {
  const headers: Record<string, string> = {}
  const body: Record<string, unknown> = {}
  let status = http?.status ?? 200
  let payload: Member | undefined
  for (const member of output.isUnitSchema() ? [] : membersOf(output)) {
    const item: unknown = Reflect.get(value, member.name)
    const { place } = member
    if (place.in === 'payload') payload = member
    if (item === undefined || item === null) continue
    if (place.in === 'header') headers[place.name] = headerText(member.schema, item)
    else if (place.in === 'prefixHeaders')
      for (const [name, text] of Object.entries(item)) headers[place.name + name] = text
    else if (place.in === 'status') status = Number(item)
    else body[member.name] = item
  }
  return { status, headers, payload, body }
}

const headerText = (schema: NormalizedSchema, value: unknown): string =>
  value instanceof Date ? formatTimestamp(value, timestampFormat(schema, 'http-date')) : String(value)
