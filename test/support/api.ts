import type { GraphQLFormattedError } from 'graphql'
import { noAudit } from '../../src/auth/audit.ts'
import { everybody } from '../../src/auth/authenticate.ts'
import type { Pool } from '../../src/db/pool.ts'
import { createRead, type Read } from '../../src/db/statement.ts'
import { requestSync } from '../../src/db/sync-runs/request-sync.ts'
import { createViewerStream } from '../../src/db/viewer-stream.ts'
import type { Viewer } from '../../src/domain/viewer.ts'
import type { ApiContext } from '../../src/graphql/api-context.ts'
import { createApollo } from '../../src/graphql/apollo.ts'
import { createRequestContext } from '../../src/graphql/request-context.ts'
import { createLogger } from '../../src/telemetry/logger.ts'

export const silentLogger = createLogger({ level: 'silent', format: 'json' })

/** A context over a test's own database; nothing else is configured. */
export const testContext = (pool: Pool, overrides: Partial<ApiContext> = {}): ApiContext => ({
  host: '127.0.0.1',
  port: 0,
  sandbox: false,
  dataDir: '/nonexistent',
  logger: silentLogger,
  read: () => createRead(pool),
  readPrimary: () => createRead(pool),
  stream: createViewerStream({ organization: pool, limited: pool }),
  authenticate: async () => everybody,
  audit: noAudit,
  requestSync: request => requestSync(pool, request),
  nextRunAt: () => null,
  ...overrides,
})

// biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of its own query's answer
export type Answer = { data?: any; errors?: readonly GraphQLFormattedError[]; statements: number }

export type TestApi = {
  query(document: string, variables?: Record<string, unknown>, viewer?: Viewer): Promise<Answer>
  stop(): Promise<void>
}

/** The GraphQL server without HTTP over a test's own database; counts the statements that each query needs. */
export const createTestApi = async (pool: Pool, overrides: Partial<ApiContext> = {}): Promise<TestApi> => {
  const context = testContext(pool, overrides)
  const apollo = createApollo(context)
  await apollo.start()
  return {
    query: async (query, variables = {}, viewer = everybody) => {
      let statements = 0
      const counting = (read: Read): Read =>
        Object.assign(<Row>(...statement: Parameters<Read>) => {
          statements += 1
          return read<Row>(...statement)
        }, read.isNarrow && { isNarrow: read.isNarrow })
      const requestContext = createRequestContext(
        {
          ...context,
          read: scope => counting(context.read(scope)),
          readPrimary: scope => counting(context.readPrimary(scope)),
        },
        { viewer, requestId: 'test' },
      )
      const { body } = await apollo.executeOperation({ query, variables }, { contextValue: requestContext })
      if (body.kind !== 'single') throw new Error('An answer in parts was not expected')
      // As it goes over the wire: no class instances, no null prototypes.
      return { ...JSON.parse(JSON.stringify(body.singleResult)), statements }
    },
    stop: () => apollo.stop(),
  }
}
