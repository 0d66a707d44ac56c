import type { FastifyInstance } from 'fastify'
import { readReadiness } from '../db/read-readiness.ts'
import type { ApiContext } from './api-context.ts'

/** /healthz: the process answers. /readyz: so do its database and schema; `inventory` says whether a sync has filled it. */
export const serveHealth = (server: FastifyInstance, { read, logger }: ApiContext): void => {
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.get('/readyz', async (_request, reply) => {
    try {
      const { hasInventory } = await readReadiness(read)
      return { status: 'ready', inventory: hasInventory ? 'filled' : 'empty' }
    } catch (error) {
      logger.debug({ err: error }, 'not ready')
      return reply.code(503).send({ status: 'not ready', reason: 'The database does not answer, or is not migrated' })
    }
  })
}
