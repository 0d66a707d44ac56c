/** From a signed request to AWS's answer: everything between HTTP and a call's behaviour. */
import { authenticate } from './authenticate.ts'
import { AwsError, type Caller } from './call.ts'
import type { CallCounts, CountedCall } from './call-counts.ts'
import type { Calls } from './calls.ts'
import type { Credentials } from './credentials.ts'
import type { Fault, Faults } from './faults.ts'
import type { Throttle } from './throttle.ts'
import { parseAuthorization } from './wire/authorization.ts'
import { findService } from './wire/find-service.ts'
import type { Service, WireRequest, WireResponse } from './wire/service.ts'
import type { World } from './world/world.ts'

export type AnswerParts = {
  world: World
  credentials: Credentials
  calls: Calls
  counts: CallCounts
  throttle: Throttle
  faults: Faults
  /** Told of what no AWS error was made for: a defect of the sandbox */
  onDefect: (error: unknown, call: CountedCall) => void
}

export type Answer = {
  response: WireResponse
  requestId: string
  delayMs: number
  /** What still has to go wrong with the response on its way out */
  fault: Exclude<Fault, { kind: 'delay' | 'error' }> | undefined
}

/** Answers one request; never throws. */
export const answer = async (parts: AnswerParts, request: WireRequest, requestId: string): Promise<Answer> => {
  const authorization = parseAuthorization(headerText(request.headers.authorization))
  const service = findService(request, authorization)
  let call: CountedCall | undefined
  let delayMs = 0
  let fault: Answer['fault']
  let response: WireResponse
  try {
    const { key, region } = authenticate(service, request, authorization, parts.credentials, parts.world)
    const operation = service.protocol.operationName(service, request) ?? ''
    const { accountId } = key.caller
    call = { accountId, region, service: service.signingName, operation }
    parts.counts.add(call)

    const injected = parts.faults.take(call)
    delayMs = injected.delayMs
    if (injected.fault?.kind === 'error') {
      const { code, message = 'A fault that was ordered from the sandbox.', status = 400 } = injected.fault
      throw new AwsError(code, message, status)
    }
    fault = injected.fault

    response = await perform(parts, { service, request, call, caller: key.caller, requestId })
  } catch (thrown) {
    const error = thrown instanceof AwsError ? thrown : service.refusals.internal()
    if (call) parts.counts.addError(call, error.code)
    if (error !== thrown) parts.onDefect(thrown, call ?? { accountId: '', region: '', service: '', operation: '' })
    response = service.protocol.writeError(service, error, requestId)
  }
  return { response, requestId, delayMs, fault }
}

type Asked = {
  service: Service
  request: WireRequest
  call: CountedCall
  caller: Caller
  requestId: string
}

/** The answer of a call that succeeds. Throws AwsError for every other. */
const perform = async (parts: AnswerParts, asked: Asked): Promise<WireResponse> => {
  const { service, request, call, caller, requestId } = asked
  const operation = service.operations.get(call.operation)
  const behaviour = parts.calls[call.service]?.[call.operation]
  if (!operation || !behaviour) throw service.refusals.unknownOperation(call.operation)
  const input = service.protocol.readInput(service, operation, request)
  if (!parts.throttle.take({ ...call, input })) throw service.refusals.throttled()
  // What EC2 says to anyone who may make the call
  if (call.service === 'ec2' && input.DryRun === true) {
    throw new AwsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412)
  }
  const output = await behaviour(input as never, {
    world: parts.world,
    caller,
    region: call.region,
    now: parts.world.now,
    signal: request.signal,
  })
  return service.protocol.writeOutput(service, operation, (output ?? {}) as object, requestId)
}

const headerText = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
