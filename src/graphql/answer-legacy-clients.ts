import type { ApolloServerPlugin } from '@apollo/server'
import type { RequestContext } from './request-context.ts'

/** The query itself is wrong: GraphQL was reached, and said so. */
const refusals = ['BAD_USER_INPUT', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE']

/**
 * Status 200 where a client wants `application/json` and nothing else, and its query is wrong: by the GraphQL over HTTP
 * specification such a client takes any other status for an answer of something in between. Those who accept
 * `application/graphql-response+json`, or anything, get 400.
 */
export const answerLegacyClients: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async ({ request }) => {
    const accept = request.http?.headers.get('accept')
    if (!accept?.includes('application/json') || accept.includes('graphql-response') || accept.includes('*/*')) return
    return {
      willSendResponse: async ({ response: { body, http } }) => {
        if (body.kind !== 'single' || body.singleResult.data !== undefined || http.status !== 400) return
        const codes = body.singleResult.errors?.map(({ extensions }) => String(extensions?.['code'])) ?? []
        if (codes.length > 0 && codes.every(code => refusals.includes(code))) http.status = 200
      },
    }
  },
}
