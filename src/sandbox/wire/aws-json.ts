/** The AWS JSON protocols: the operation in `X-Amz-Target`, JSON both ways. */
import { readJsonInput } from './json-input.ts'
import { toJson } from './json-output.ts'
import { membersOf } from './members.ts'
import type { Protocol } from './service.ts'

const awsJson = (version: '1.0' | '1.1'): Protocol => ({
  name: version === '1.0' ? 'awsJson1_0' : 'awsJson1_1',
  operationName: (service, request) => {
    const target = request.headers['x-amz-target']
    if (typeof target !== 'string') return undefined
    const dot = target.lastIndexOf('.')
    // Another service's operations are not this one's, even under the same name
    return target.slice(0, dot) === service.target ? target.slice(dot + 1) : target
  },
  readInput: (service, operation, request) => {
    if (operation.input.isUnitSchema()) return {}
    const text = request.body.toString('utf8')
    let json: unknown
    try {
      json = text === '' ? {} : JSON.parse(text)
    } catch {
      throw service.refusals.malformed()
    }
    return readJsonInput(operation.input, json, service.refusals)
  },
  writeOutput: (_service, operation, output) => ({
    status: 200,
    contentType: `application/x-amz-json-${version}`,
    body: operation.output.isUnitSchema() ? '{}' : JSON.stringify(toJson(operation.output, output)),
  }),
  writeError: (service, error) => {
    const schema = service.errors.get(error.code)
    const member = schema && membersOf(schema).find(({ name }) => name.toLowerCase() === 'message')
    return {
      status: error.status,
      contentType: `application/x-amz-json-${version}`,
      body: JSON.stringify({ __type: error.code, [member?.name ?? 'message']: error.message }),
    }
  },
})

export const awsJson1_0 = awsJson('1.0')
export const awsJson1_1 = awsJson('1.1')
