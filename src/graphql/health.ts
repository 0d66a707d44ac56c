import type { FastifyInstance } from 'fastify'
import { readReadiness } from '../db/read-readiness.ts'
import { wholeOrganization } from '../domain/viewer.ts'
import type { ApiContext } from './api-context.ts'

/** /healthz: the process answers. /readyz: so do its database and schema; `inventory` says whether a sync has filled it. */
export const serveHealth = (server: FastifyInstance, { read, logger }: ApiContext): void => {
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.get('/readyz', async (_request, reply) => {
    try {
      const { hasInventory } = await readReadiness(read(wholeOrganization))
      return { status: 'ready', inventory: hasInventory ? 'filled' : 'empty' }
    } catch (error) {
      logger.debug({ err: error }, 'not ready')
      return reply.code(503).send({ status: 'not ready', reason: reasonOf(error) })
    }
  })
}

/** SQLSTATE classes 3F (no such schema) and 42 (no such table, or no right to it): the database answers, but not as ours. */
const reasonOf = (error: unknown): string =>
  /^(3F|42)/.test(String((error as { code?: unknown }).code))
    ? 'The database is not migrated: npm run migrate'
    : 'The database does not answer'
