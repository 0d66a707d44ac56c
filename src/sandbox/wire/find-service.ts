import { AwsError } from '../call.ts'
import type { Authorization } from './authorization.ts'
import { awsJson1_1 } from './aws-json.ts'
import { awsQuery } from './aws-query.ts'
import { queryParameters } from './query-parameters.ts'
import { jsonRefusals, queryRefusals } from './refusals.ts'
import type { Service, WireRequest } from './service.ts'
import { services } from './services.ts'

/**
 * The service a request is for: by the credential scope, or for an unsigned request by what only one service is sent.
 * A service that the sandbox does not have comes back without operations, to refuse in the protocol the client reads.
 */
export const findService = (request: WireRequest, authorization: Authorization | undefined): Service => {
  const known = authorization ? services.get(authorization.service) : guess(request)
  if (known) return known
  const isJson = String(request.headers['content-type'] ?? '').includes('json')
  const signingName = authorization?.service ?? 'unknown'
  const refusals = isJson ? jsonRefusals : queryRefusals
  return {
    signingName,
    protocol: isJson ? awsJson1_1 : awsQuery,
    version: '',
    xmlNamespace: '',
    target: '',
    answersIn: 'any Region',
    operations: new Map(),
    errors: new Map(),
    refusals: {
      ...refusals,
      unknownOperation: operation =>
        new AwsError(refusals.unknownOperation(operation).code, `The sandbox does not serve ${signingName}.`),
    },
  }
}

const guess = (request: WireRequest): Service | undefined => {
  const target = String(request.headers['x-amz-target'] ?? '').split('.')[0]
  if (target) return services.values().find(service => service.target === target)
  const version = queryParameters(request).children.get('Version')?.value
  return services.values().find(service => service.version === version && service.target === '')
}
