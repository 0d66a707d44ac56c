/** The REST JSON protocol: the operation in method and path, JSON in the bodies. */
import type { AwsError } from '../call.ts'
import { readHttpMembers, routedOperation, splitOutput } from './http-binding.ts'
import { readJsonInput } from './json-input.ts'
import { toJson } from './json-output.ts'
import { membersOf } from './members.ts'
import type { Protocol, Service, WireRequest } from './service.ts'

const contentType = 'application/json'

export const restJson1: Protocol = {
  name: 'restJson1',
  operationName: (service, request) => routedOperation(service, request)?.name ?? `${request.method} ${request.path}`,
  readInput: (service, operation, request) => {
    if (operation.input.isUnitSchema()) return {}
    const elsewhere = readHttpMembers(operation, request, service.refusals)
    const payload = membersOf(operation.input).find(({ place }) => place.in === 'payload')
    if (payload?.kind === 'blob') elsewhere[payload.name] = new Uint8Array(request.body)
    const body = payload?.kind === 'blob' ? {} : json(service, request)
    return readJsonInput(
      operation.input,
      payload && payload.kind !== 'blob' ? { [payload.jsonName]: body } : body,
      service.refusals,
      elsewhere,
    )
  },
  writeOutput: (_service, operation, output) => {
    const { status, headers, payload, body } = splitOutput(operation, output)
    if (payload?.kind === 'blob')
      return {
        status,
        headers,
        contentType: 'application/octet-stream',
        body: (body[payload.name] ?? '') as Uint8Array,
      }
    const written = operation.output.isUnitSchema() ? {} : (toJson(operation.output, body, 'jsonName') as object)
    const sent: unknown = payload ? (Reflect.get(written, payload.jsonName) ?? {}) : written
    return { status, headers, contentType, body: JSON.stringify(sent) }
  },
  writeError: (service, error) => ({
    status: error.status,
    contentType,
    headers: { 'x-amzn-errortype': error.code },
    body: JSON.stringify({ [messageMember(service, error)]: error.message }),
  }),
}

const json = (service: Service, request: WireRequest): unknown => {
  const text = request.body.toString('utf8')
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw service.refusals.malformed()
  }
}

const messageMember = (service: Service, { code }: AwsError): string => {
  const schema = service.errors.get(code)
  return (schema && membersOf(schema).find(({ name }) => name.toLowerCase() === 'message')?.jsonName) ?? 'message'
}
