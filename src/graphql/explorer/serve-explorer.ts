import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ApiContext } from '../api-context.ts'
import { findExplorerDirectory } from './explorer-directory.ts'
import { explorerPage, unavailablePage } from './pages.ts'

/**
 * A browser that opens /graphql gets a page to explore the API with. All its parts come from this server, so that it
 * works without a network; they are put together when the first browser comes.
 */
export const serveExplorer = async (
  server: FastifyInstance,
  { dataDir, sandbox, logger }: ApiContext,
): Promise<void> => {
  let found: Promise<string> | undefined
  const directory = () => {
    found ??= findExplorerDirectory(dataDir)
    // What stood in the way may be gone the next time.
    found.catch(() => {
      found = undefined
    })
    return found
  }

  await server.register(fastifyStatic, { root: import.meta.dirname, serve: false })

  server.addHook('preHandler', async (request, reply) => {
    if (!isExplorerPage(request)) return
    reply.headers(pageHeaders).type('text/html; charset=utf-8')
    try {
      await directory()
      return reply.send(explorerPage({ sandbox }))
    } catch (error) {
      logger.warn({ err: error }, 'the explorer page cannot be built')
      return reply.send(unavailablePage({ sandbox }))
    }
  })

  server.get('/explorer/:file', async (request: FastifyRequest<{ Params: { file: string } }>, reply: FastifyReply) => {
    // A worker has the policy of its own file, not of the page.
    // Its names stay the same over versions, so a browser asks each time whether it has the newest.
    reply.header('content-security-policy', policy).header('cache-control', 'no-cache')
    return reply.sendFile(request.params.file, await directory(), {
      cacheControl: false,
      index: false,
      dotfiles: 'deny',
    })
  })
}

/** A browser's own request for the page: not a query in the URL, not a script's. */
export const isExplorerPage = ({ method, url, headers: { accept = '' } }: FastifyRequest): boolean =>
  method === 'GET' && /^\/graphql\/?$/.test(url) && accept.includes('text/html')

/** Everything from this server alone. The editor makes its style sheets as it goes. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Besides those of every answer, which are for data. */
const pageHeaders = {
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
}
