/** What the wire layer knows about an AWS service, and what a protocol does for one. */
import type { NormalizedSchema } from '@smithy/core/schema'
import type { AwsError } from '../call.ts'
import type { Refusals } from './refusals.ts'

export type Operation = {
  name: string
  input: NormalizedSchema
  output: NormalizedSchema
  /** How the REST protocols ask for it; undefined for services that speak another one */
  http: HttpRoute | undefined
}

export type HttpRoute = {
  method: string
  /** With labels: `/{Bucket}/{Key+}`; of a query (`/{Bucket}?list-type=2`) every part has to be there */
  uri: string
  /** Of an answer that says no other */
  status: number
}

export type Service = {
  /** The name in SigV4's credential scope: what tells the services of one endpoint apart */
  signingName: string
  protocol: Protocol
  /** API version, e.g. `2016-11-15` */
  version: string
  /** Of the XML protocols' answers; empty for the JSON ones */
  xmlNamespace: string
  /** What stands before the dot of `X-Amz-Target`; empty for the protocols without that header */
  target: string
  /** A closed Region is one that needs opting in, which the account has not done */
  answersIn: 'enabled Regions' | 'all but closed Regions' | 'any Region'
  operations: Map<string, Operation>
  /** The schemas of the errors the service's model has, by name */
  errors: Map<string, NormalizedSchema>
  refusals: Refusals
}

/** An HTTP request with its body read. Header names are in lower case. */
export type WireRequest = {
  method: string
  /** As sent, still encoded */
  path: string
  /** As sent, still encoded, without the question mark */
  query: string
  headers: Record<string, string | string[] | undefined>
  body: Buffer
  /** Aborted when the client is gone */
  signal?: AbortSignal
}

export type WireResponse = {
  status: number
  contentType: string
  body: string | Uint8Array
  /** Members that the REST protocols send outside the body */
  headers?: Record<string, string>
}

export type Protocol = {
  name: 'ec2Query' | 'awsQuery' | 'awsJson1_0' | 'awsJson1_1' | 'restXml' | 'restJson1'
  /** The name of the operation the request asks for, known or not; undefined where it names none */
  operationName: (service: Service, request: WireRequest) => string | undefined
  /** The input in the SDK's shapes. Throws one of the service's refusals. */
  readInput: (service: Service, operation: Operation, request: WireRequest) => Record<string, unknown>
  writeOutput: (service: Service, operation: Operation, output: object, requestId: string) => WireResponse
  writeError: (service: Service, error: AwsError, requestId: string) => WireResponse
}
