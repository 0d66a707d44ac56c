import { type FinalizeRequestMiddleware, type MiddlewareStack, SMITHY_CONTEXT_KEY } from '@smithy/types'
import { AwsFailure, readFailure } from '../aws-failure.ts'
import { signingName } from '../signing-name.ts'
import type { AccountCall, Buckets, RationedBucket } from './buckets.ts'

export type Ration = Pick<AccountCall, 'accountId' | 'region'> & {
  readonly buckets: Buckets
  /** Ends every wait */
  readonly signal?: AbortSignal | undefined
  /** Told of every wait for a token */
  readonly onWait?: ((call: Omit<AccountCall, 'input'>, milliseconds: number) => void) | undefined
}

/** Times that a call waits for its turn again after AWS refused it as one too many; each is later than the one before. */
const mostTurns = 8

type Stack = MiddlewareStack<object, object>

/**
 * Lets each attempt of a call leave when its bucket has a token, before it is signed: a signature is good for five minutes
 * only. A throttled call takes its turn again here, so that the SDK's own retries are left for what failed.
 */
export function rationCalls(client: { middlewareStack: unknown }, ration: Ration): void {
  const middleware: FinalizeRequestMiddleware<object, object> = (next, context) => async args => {
    const action = (context.commandName ?? 'Unknown').replace(/Command$/, '')
    const { accountId, region, buckets } = ration
    const { abortSignal } = (context[SMITHY_CONTEXT_KEY] ?? {}) as { abortSignal?: AbortSignal }
    const input = args.input as Record<string, unknown>
    const call: AccountCall = { accountId, region, service: signingName(context), action, input }
    const bucket = buckets.of(call)
    if (bucket === null) return next(args)
    return inTurn(ration, call, bucket, eitherSignal(ration.signal, abortSignal), () => next(args))
  }
  const stack = client.middlewareStack as Stack
  stack.addRelativeTo(middleware, { relation: 'after', toMiddleware: 'retryMiddleware', name: 'amigraphRationCalls' })
}

async function inTurn<Output>(
  { onWait }: Ration,
  call: AccountCall,
  bucket: RationedBucket,
  signal: AbortSignal | undefined,
  send: () => Promise<Output>,
): Promise<Output> {
  for (let turn = 1; ; turn += 1) {
    const enteredAt = performance.now()
    const ticket = await bucket.enter({ again: turn > 1, signal })
    onWait?.(call, performance.now() - enteredAt)
    try {
      const output = await send()
      bucket.allowed(ticket)
      return output
    } catch (error) {
      const failure = readFailure(error)
      // Where nothing came back, AWS may not even have heard of it.
      if (failure.class !== 'throttled' && failure.class !== 'transient') bucket.allowed(ticket)
      if (failure.class !== 'throttled') throw error
      bucket.throttled(ticket)
      // Without the SDK's own error, which its retries would take up.
      if (turn >= mostTurns) throw new AwsFailure(failure.code, failure.message, 'throttled')
    }
  }
}

function eitherSignal(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one !== undefined && other !== undefined ? AbortSignal.any([one, other]) : (one ?? other)
}
