import type { FastifyRequest, preHandlerHookHandler } from 'fastify'
import { sha256, type TrustedDocuments } from '../trusted-documents.ts'
import { answerError } from './answer-errors.ts'

/**
 * A hook that puts a trusted document's text in the place of its `documentId`, and keeps out all others where only the
 * trusted are wanted: before they are parsed. What a request names by `extensions.persistedQuery` is found by Apollo
 * Server, in `createQueryStore`.
 */
export const findDocument =
  (trusted: TrustedDocuments | null): preHandlerHookHandler =>
  (request, reply, done) => {
    const asked = readAsked(request)
    if (asked === undefined) return done()
    const { query, documentId } = asked.parameters
    if (documentId !== undefined && documentId !== null) {
      const text = typeof documentId === 'string' ? textOf(trusted, documentId) : undefined
      if (text === undefined) {
        const message = 'No trusted document has this ID: a file name, or sha256: and the hash of its text'
        answerError(reply, 404, 'PERSISTED_QUERY_NOT_FOUND', message)
        return
      }
      if (query !== undefined && query !== null && query !== text) {
        answerError(reply, 400, 'BAD_REQUEST', 'Give query or documentId, not both')
        return
      }
      asked.replace(text)
    } else if (trusted?.only && typeof query === 'string' && !trusted.byHash.has(sha256(query))) {
      answerError(reply, 403, 'NOT_TRUSTED', 'Only trusted documents are answered here')
      return
    }
    done()
  }

const textOf = (trusted: TrustedDocuments | null, id: string): string | undefined =>
  trusted?.byName.get(id) ?? trusted?.byHash.get(id.replace(/^sha256:/, ''))

type Asked = {
  readonly parameters: { readonly query?: unknown; readonly documentId?: unknown }
  replace(query: string): void
}

/** The parameters of a request, from its body or its URL; nothing where there are none. */
const readAsked = (request: FastifyRequest): Asked | undefined => {
  if (request.method === 'GET') return readUrl(request)
  const { body } = request
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  return {
    parameters: body,
    replace: query => {
      const { documentId: _, ...rest } = body as Record<string, unknown>
      request.body = { ...rest, query }
    },
  }
}

const readUrl = (request: FastifyRequest): Asked => {
  const [path, search = ''] = request.url.split(/\?(.*)/s)
  const parameters = new URLSearchParams(search)
  return {
    parameters: {
      query: parameters.get('query') ?? undefined,
      documentId: parameters.get('documentId') ?? undefined,
    },
    replace: query => {
      parameters.delete('documentId')
      parameters.set('query', query)
      request.raw.url = `${path}?${parameters}`
    },
  }
}
