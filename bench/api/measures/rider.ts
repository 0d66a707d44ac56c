import type { Contestant } from '../contestants/contestant.ts'
import { graphqlRequest, type LoadRequest, limitRequest } from '../load/request.ts'
import type { Dialect } from '../queries/dialect.ts'
import type { Answer, Query, Variables } from '../queries/query.ts'

/** A contestant and how it is spoken to. */
export type Rider = {
  readonly contestant: Contestant
  readonly request: (query: Query, variables: Variables, index: number) => LoadRequest
  readonly normalise: (query: Query, data: Answer) => unknown
}

export const amigraphRider = (contestant: Contestant, dialect: Dialect): Rider => ({
  contestant,
  request: (query, variables) => graphqlRequest(query.document(dialect), variables),
  normalise: (query, data) => query.normalise(data, dialect),
})

export const peerRider = (contestant: Contestant, dialect: Dialect): Rider => ({
  contestant,
  request: (query, variables) => graphqlRequest(query.peerDocument(dialect), variables),
  normalise: (query, data) => query.normalisePeer(data, dialect),
})

export const limitRider = (contestant: Contestant, dialect: Dialect): Rider => ({
  contestant,
  request: (query, _, index) => limitRequest(query, index),
  normalise: (query, data) => query.normalise(data, dialect),
})
