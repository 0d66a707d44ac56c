/**
 * The REST XML protocol, as S3 speaks it: the operation in method, path and query, XML out. A bucket is the first part of
 * the path ("path style"), which the model's own routes leave to the client.
 */
import { readHttpMembers, routedOperation, splitOutput } from './http-binding.ts'
import { membersOf } from './members.ts'
import type { Operation, Protocol, WireRequest } from './service.ts'
import { writeXmlMembers } from './xml-output.ts'
import { xmlText } from './xml-text.ts'

const contentType = 'application/xml'
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

export const restXml: Protocol = {
  name: 'restXml',
  operationName: (service, request) => {
    const { bucket, rest } = pathStyle(request)
    const operations = new Map([...service.operations].filter(([, it]) => takesBucket(it) === (bucket !== undefined)))
    return routedOperation({ ...service, operations }, rest)?.name ?? `${request.method} ${request.path}`
  },
  readInput: (service, operation, request) => {
    if (operation.input.isUnitSchema()) return {}
    const { bucket, rest } = pathStyle(request)
    const input = readHttpMembers(operation, rest, service.refusals)
    if (bucket !== undefined) input['Bucket'] = bucket
    for (const { name, place, kind } of membersOf(operation.input)) {
      if (place.in !== 'payload') continue
      // Documents come with calls that change a bucket's settings only; the sandbox answers none of those
      if (kind !== 'blob') throw service.refusals.unknownOperation(operation.name)
      input[name] = new Uint8Array(request.body)
    }
    const missing = membersOf(operation.input).find(({ name, required }) => required && input[name] === undefined)
    if (missing) throw service.refusals.missingParameter(missing.name)
    return input
  },
  writeOutput: (service, operation, output) => {
    const { status, headers, payload, body } = splitOutput(operation, output)
    const answer = { status, headers, contentType }
    if (payload?.kind === 'blob') return { ...answer, body: (body[payload.name] ?? '') as Uint8Array }
    if (operation.output.isUnitSchema() || membersOf(operation.output).every(({ place }) => place.in !== 'body'))
      return { ...answer, body: '' }
    const element = operation.output.getMergedTraits().xmlName ?? operation.output.getName() ?? operation.name
    const members = writeXmlMembers(operation.output, body)
    return { ...answer, body: `${declaration}<${element} xmlns="${service.xmlNamespace}">${members}</${element}>` }
  },
  writeError: (_service, error, requestId) => ({
    status: error.status,
    contentType,
    headers: { ...error.headers },
    body: `${declaration}<Error><Code>${xmlText(error.code)}</Code><Message>${xmlText(error.message)}</Message><RequestId>${requestId}</RequestId></Error>`,
  }),
}

const takesBucket = ({ input }: Operation): boolean =>
  !input.isUnitSchema() && membersOf(input).some(({ name, place }) => name === 'Bucket' && place.in === 'label')

/** The bucket, and the request as the model's routes know it. */
const pathStyle = (request: WireRequest): { bucket: string | undefined; rest: WireRequest } => {
  const [, name = '', key = ''] = /^\/([^/]*)\/?(.*)$/.exec(request.path) ?? []
  return {
    bucket: name === '' ? undefined : decodeURIComponent(name),
    rest: { ...request, path: `/${key}` },
  }
}
