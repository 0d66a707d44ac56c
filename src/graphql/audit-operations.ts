import { createHash } from 'node:crypto'
import type { ApolloServerPlugin } from '@apollo/server'
import type { Audit } from '../auth/audit.ts'
import type { RequestContext } from './request-context.ts'

/** Records each operation that was asked, also one that was refused or failed. */
export const auditOperations = (audit: Audit): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => {
    const startedAt = performance.now()
    return {
      willSendResponse: async ({ contextValue, operation, operationName, queryHash, source, response: { body } }) => {
        const { viewer, requestId } = contextValue
        const { errors = [] } = body.kind === 'single' ? body.singleResult : body.initialResult
        const status = statusOf(errors)
        audit.operation({
          requestId,
          viewer: viewer.name,
          operation: operationName ?? operation?.name?.value ?? null,
          kind: operation?.operation ?? null,
          documentHash: queryHash ?? (source === undefined ? null : createHash('sha256').update(source).digest('hex')),
          cost: contextValue.cost ?? null,
          rows: contextValue.rows(),
          durationMs: millisecondsSince(startedAt),
          status,
        })
        if (status === 'FORBIDDEN') {
          audit.refusal({ requestId, viewer: viewer.name, address: null, status, reason: 'role missing' })
        }
      },
    }
  },
})

/** `OK`, or the code of the first error. */
export const statusOf = (errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[]): string =>
  String(errors[0]?.extensions?.['code'] ?? (errors.length > 0 ? 'ERROR' : 'OK'))

export const millisecondsSince = (startedAt: number): number => Math.round((performance.now() - startedAt) * 10) / 10
