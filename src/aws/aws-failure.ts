import type { Outcome } from '../domain/source.ts'

/**
 * How a failed call is to be treated. `throttled` and `transient` are worth trying again soon; `denied` needs somebody
 * to change a role or policy; `final` will fail the same way again.
 */
export type FailureClass = 'throttled' | 'transient' | 'denied' | 'final'

/** A call that did not succeed, with AWS's own code and message. */
export class AwsFailure extends Error {
  override readonly name = 'AwsFailure'
  /** AWS's error code (`AccessDenied`), or ours where AWS gave none: `InvalidResponse`, `NotAsked`, `Timeout`, `Unreachable` */
  readonly code: string
  readonly class: FailureClass

  constructor(code: string, message: string, failureClass: FailureClass, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.class = failureClass
  }

  /** How coverage records it (R20). */
  get outcome(): Outcome {
    return this.class === 'denied' ? 'DENIED' : 'FAILED'
  }
}

const throttledCodes = new Set([
  'RequestLimitExceeded',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'SlowDown',
  'LimitExceededException',
])
const transientCodes = new Set([
  'InternalError',
  'InternalFailure',
  'ServiceUnavailable',
  'Unavailable',
  'ServiceException',
])
const deniedCodes = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthFailure',
  'UnauthorizedOperation',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
  'IncompleteSignature',
  // The Region is not, or no longer, enabled in the account (EC2 API Reference, common client errors).
  'OptInRequired',
  'Blocked',
  'PendingVerification',
])
const expiredCodes = new Set(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired'])
/** What the SDK calls an error answer in which it finds no code. */
const codeless = new Set(['Unknown', 'UnknownError', 'Error', 'SyntaxError'])
const timeoutNames = new Set(['TimeoutError', 'AbortError'])
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',

  'EHOSTUNREACH',
])

/** Whether the session's token has run out: fresh credentials and the same call again are the cure. */
export function isExpired(error: unknown): boolean {
  return error instanceof Error && expiredCodes.has(error instanceof AwsFailure ? error.code : error.name)
}

/** Reads whatever the SDK throws as one AwsFailure. */
export function readFailure(error: unknown): AwsFailure {
  if (error instanceof AwsFailure) return error
  if (!(error instanceof Error)) return new AwsFailure('Unknown', String(error), 'final')
  const status = httpStatus(error)
  // The SDK calls a reset connection a TimeoutError too.
  const network = networkCode(error)
  if (network !== undefined) return new AwsFailure('Unreachable', `${network}: ${error.message}`, 'transient', error)
  if (timeoutNames.has(error.name)) return new AwsFailure('Timeout', error.message, 'transient', error)
  if (error.name === 'CredentialsProviderError')
    return new AwsFailure('CredentialsProviderError', error.message, 'denied', error)
  if (!('$fault' in error) || codeless.has(error.name))
    return new AwsFailure('InvalidResponse', invalidResponse(error, status), 'transient', error)
  return new AwsFailure(error.name, error.message, classOf(error.name, status), error)
}

function classOf(code: string, status: number | undefined): FailureClass {
  if (throttledCodes.has(code) || status === 429) return 'throttled'
  if (deniedCodes.has(code) || expiredCodes.has(code)) return 'denied'
  if (transientCodes.has(code) || (status !== undefined && status >= 500)) return 'transient'
  return status === 401 || status === 403 ? 'denied' : 'final'
}

function httpStatus(error: Error): number | undefined {
  const { $metadata, $response } = error as {
    $metadata?: { httpStatusCode?: number }
    $response?: { statusCode?: number }
  }
  return $metadata?.httpStatusCode ?? $response?.statusCode
}

function networkCode(error: Error): string | undefined {
  const code = (error as NodeJS.ErrnoException).code
  if (code !== undefined && networkCodes.has(code)) return code
  const errors = (error as Partial<AggregateError>).errors ?? []
  return errors
    .map(inner => (inner as NodeJS.ErrnoException).code)
    .find(inner => inner !== undefined && networkCodes.has(inner))
}

function invalidResponse(error: Error, status: number | undefined): string {
  const { $response } = error as { $response?: { headers?: Record<string, string> } }
  const type = $response?.headers?.['content-type']
  const what = [status === undefined ? null : `HTTP ${status}`, type ?? null].filter(part => part !== null).join(', ')
  const first = error.message.split('\n')[0]
  return `The answer could not be read as AWS's${what === '' ? '' : ` (${what})`}: ${first}`
}
