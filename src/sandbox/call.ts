/** What a sandbox call is: a behaviour over the world, free of any wire format. */
import type { World } from './world/world.ts'

/** Who signed the request: the account behind the access key, as STS would name it. */
export type Caller = {
  /** 12 digits */
  accountId: string
  /** e.g. `arn:aws:sts::111122223333:assumed-role/amigraph-reader/session` */
  arn: string
  /** The caller's unique ID, as GetCallerIdentity returns it */
  userId: string
}

export type CallContext = {
  world: World
  caller: Caller
  /** The Region of the credential scope, which is where a regional service answers */
  region: string
  now: () => Date
  /** Aborted when the client is gone, for calls that wait */
  signal?: AbortSignal | undefined
}

/**
 * One AWS call: input and output are the SDK's own shapes (dates as Date, blobs as Uint8Array, absent members
 * undefined). Throws AwsError for everything that AWS answers with an error.
 */
export type Call<Input, Output> = (input: Input, context: CallContext) => Output | Promise<Output>

/** An error as AWS sends it; the wire layer renders it in the protocol of the service. */
export class AwsError extends Error {
  override readonly name = 'AwsError'
  readonly code: string
  /** HTTP status; AWS uses 400 for most, 403 for authorization, 503 for EC2's RequestLimitExceeded */
  readonly status: number
  /** S3 says some things beside the body */
  readonly headers: Readonly<Record<string, string>>

  constructor(code: string, message: string, status = 400, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.code = code
    this.status = status
    this.headers = headers
  }
}
