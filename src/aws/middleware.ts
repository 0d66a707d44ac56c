import type { AthenaClient } from '@aws-sdk/client-athena'
import type { CostExplorerClient } from '@aws-sdk/client-cost-explorer'
import type { EC2Client } from '@aws-sdk/client-ec2'
import type { ImagebuilderClient } from '@aws-sdk/client-imagebuilder'
import type { KMSClient } from '@aws-sdk/client-kms'
import type { OrganizationsClient } from '@aws-sdk/client-organizations'
import type { S3Client } from '@aws-sdk/client-s3'
import type { SQSClient } from '@aws-sdk/client-sqs'
import type { STSClient } from '@aws-sdk/client-sts'
import type {
  DeserializeMiddleware,
  FinalizeRequestMiddleware,
  InitializeMiddleware,
  MiddlewareStack,
} from '@smithy/types'
import { AwsFailure, isExpired, readFailure } from './aws-failure.ts'
import type { CredentialProvider } from './credentials.ts'
import { signingName } from './signing-name.ts'

export type AnyClient =
  | AthenaClient
  | CostExplorerClient
  | EC2Client
  | ImagebuilderClient
  | KMSClient
  | OrganizationsClient
  | S3Client
  | SQSClient
  | STSClient
/** The clients' stacks differ in their inputs and outputs only, which nothing here looks at. */
type Stack = MiddlewareStack<object, object>

export type ObservedCall = {
  /** null for calls of the organization itself */
  accountId: string | null
  region: string
  /** Signing name: `ec2` */
  service: string
  /** `DescribeImages` */
  action: string
  /** null: it succeeded */
  failure: AwsFailure | null
}

export type CallObserver = (call: ObservedCall) => void

/** Attempts at answers that cannot be read, which the SDK's own retries do not cover. */
const unreadableAttempts = 3

/**
 * Makes every failure of the client an AwsFailure. Two that the SDK gives up on are tried again first: a session that
 * ran out between two pages (new credentials are fetched, the page is asked for again), and an answer that is not AWS's
 * (a proxy's HTML, XML cut short).
 */
export function readFailures(client: AnyClient, credentials: CredentialProvider): void {
  const middleware: InitializeMiddleware<object, object> = next => async args => {
    let renewed = false
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await next(args)
      } catch (error) {
        if (isExpired(error) && !renewed) {
          renewed = true
          await credentials({ forceRefresh: true })
          await (client.config.credentials as CredentialProvider)({ forceRefresh: true })
          continue
        }
        const failure = readFailure(error)
        if (failure.code !== 'InvalidResponse' || attempt >= unreadableAttempts) throw failure
      }
    }
  }
  const stack = client.middlewareStack as Stack
  stack.add(middleware, { step: 'initialize', priority: 'low', name: 'amigraphReadFailures' })
}

/**
 * Refuses answers that are no XML or JSON before they are parsed: the SDK reads a proxy's HTML page with status 200 as an
 * empty listing, from which absence would be concluded (R20).
 */
export function refuseForeignAnswers(client: AnyClient): void {
  const middleware: DeserializeMiddleware<object, object> = (next, context) => async args => {
    const result = await next(args)
    const { statusCode, headers } = result.response as { statusCode?: number; headers?: Record<string, string> }
    // An object is of any type; that it has an ETag is what no page of a proxy has
    if (context.commandName === 'GetObjectCommand' && headers?.['etag'] !== undefined) return result
    const type = headers?.['content-type'] ?? ''
    if (/xml|json/.test(type) && !/html/.test(type)) return result
    const what = type === '' ? 'has no content type' : `is ${type}`
    throw new AwsFailure('InvalidResponse', `The answer is not AWS's: it ${what}, HTTP ${statusCode}`, 'transient')
  }
  const stack = client.middlewareStack as Stack
  stack.add(middleware, { step: 'deserialize', priority: 'low', name: 'amigraphRefuseForeignAnswers' })
}

/** Reports every request that leaves, each attempt of a retried call by itself. */
export function observeCalls(
  client: AnyClient,
  observer: CallObserver,
  accountId: string | null,
  region: string,
): void {
  const middleware: FinalizeRequestMiddleware<object, object> = (next, context) => async args => {
    const action = (context.commandName ?? 'Unknown').replace(/Command$/, '')
    const call = { accountId, region, service: signingName(context), action }
    try {
      const result = await next(args)
      observer({ ...call, failure: null })
      return result
    } catch (error) {
      observer({ ...call, failure: readFailure(error) })
      throw error
    }
  }
  const stack = client.middlewareStack as Stack
  stack.add(middleware, { step: 'finalizeRequest', priority: 'low', name: 'amigraphObserveCalls' })
}

/** Without the SDK's log, which we don't read: it copies every answer for it, member by member. */
export function dropLog(client: AnyClient): void {
  const stack = client.middlewareStack as Stack
  stack.remove('loggerMiddleware')
}
