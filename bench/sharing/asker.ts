import { noAudit } from '../../src/auth/audit.ts'
import { everybody } from '../../src/auth/authenticate.ts'
import type { Pool } from '../../src/db/pool.ts'
import { createRead } from '../../src/db/statement.ts'
import { requestSync } from '../../src/db/sync-runs/request-sync.ts'
import { createViewerStream } from '../../src/db/viewer-stream.ts'
import type { ApiContext } from '../../src/graphql/api-context.ts'
import { createApollo } from '../../src/graphql/apollo.ts'
import { createRequestContext } from '../../src/graphql/request-context.ts'
import { createLogger } from '../../src/telemetry/logger.ts'

/** Asks a query; answers with the milliseconds that its statements took at the database. Throws where it has errors. */
export type Ask = (query: string, variables: Record<string, unknown>) => Promise<number>

/** Asks the API as it is, without HTTP and without kept answers, and times what it sends to the database. */
export const openAsker = async (pool: Pool): Promise<{ ask: Ask; stop(): Promise<void> }> => {
  const context: ApiContext = {
    host: '127.0.0.1',
    port: 0,
    sandbox: false,
    dataDir: '',
    logger: createLogger({ level: 'silent', format: 'json' }),
    settings: { maxQueryCost: 2 ** 31 },
    read: () => createRead(pool),
    readPrimary: () => createRead(pool),
    stream: createViewerStream({ organization: pool, limited: pool }),
    authenticate: async () => everybody,
    audit: noAudit,
    nextRunAt: () => null,
    requestSync: request => requestSync(pool, request),
  }
  const apollo = createApollo(context)
  await apollo.start()
  const read = createRead(pool)
  return {
    ask: async (query, variables) => {
      let spent = 0
      const timed: typeof read = async statement => {
        const begun = performance.now()
        const rows = await read<never>(statement)
        spent += performance.now() - begun
        return rows
      }
      const contextValue = createRequestContext(
        { ...context, read: () => timed, readPrimary: () => timed },
        { viewer: everybody, requestId: 'bench' },
      )
      const { body } = await apollo.executeOperation({ query, variables }, { contextValue })
      if (body.kind !== 'single' || body.singleResult.errors) throw new Error(JSON.stringify(body))
      return spent
    },
    stop: () => apollo.stop(),
  }
}
