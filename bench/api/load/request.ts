import type { Query, Variables } from '../queries/query.ts'

/** One HTTP request as the load generator sends it. */
export type LoadRequest = {
  readonly method: 'POST' | 'GET'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** GraphQL over POST, the document with every request: the same for all who speak GraphQL. */
export const graphqlRequest = (document: string, variables: Variables): LoadRequest => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: JSON.stringify({ query: document, variables }),
})

export const limitRequest = (query: Query, index: number): LoadRequest => ({
  method: 'GET',
  path: `/${query.key}/${index}`,
  headers: { accept: 'application/json' },
})

/** Sends a request once and returns the JSON of the answer; throws where there are errors in it. */
export const ask = async (url: string, request: LoadRequest): Promise<{ data: unknown; text: string }> => {
  const response = await fetch(new URL(request.path, url), {
    method: request.method,
    headers: request.headers,
    ...(request.body !== undefined && { body: request.body }),
  })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${request.path} answered ${response.status}: ${text.slice(0, 2000)}`)
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown }
  if (errors !== undefined)
    throw new Error(`${request.path} answered with errors: ${JSON.stringify(errors).slice(0, 2000)}`)
  return { data, text }
}
