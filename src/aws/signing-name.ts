import { type HandlerExecutionContext, SMITHY_CONTEXT_KEY } from '@smithy/types'

type SmithyContext = { selectedHttpAuthScheme?: { httpAuthOption?: { signingProperties?: { name?: string } } } }

/** The service as requests are signed for it, and as IAM policies name it: `ec2`. Known once a request is built. */
export function signingName(context: HandlerExecutionContext): string {
  const { selectedHttpAuthScheme: auth } = (context[SMITHY_CONTEXT_KEY] ?? {}) as SmithyContext
  return auth?.httpAuthOption?.signingProperties?.name ?? ''
}
