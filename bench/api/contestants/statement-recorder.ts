/**
 * A child process: this API, which also tells what it sends to PostgreSQL. At its other address it answers with
 * the statements since the last time, so that the limit can run the very statement of a compiled query.
 */
import { createServer } from 'node:http'
import { StatementBatch } from '../../../src/db/batched-reads/statement-batch.ts'
import type { PoolClient } from '../../../src/db/pool.ts'
import { startApi } from '../../../src/graphql/start-api.ts'
import { localUrl, ready, settingsOfContestant } from './contestant-process.ts'
import { openApi } from './open-api.ts'
import type { RecordedStatement } from './recorded-statement.ts'

const { context, database } = await openApi(settingsOfContestant())
let recorded: RecordedStatement[] = []

// Connections that are open already count as well: each is looked after from the first time that it is lent out.
const known = new WeakSet<PoolClient>()
const record = (client: PoolClient) => {
  if (known.has(client)) return
  known.add(client)
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  Object.assign(client, {
    query(...args: unknown[]) {
      const [first, second] = args
      if (first instanceof StatementBatch) recorded.push(...first.statements.map(({ sending }) => sending.statement))
      else if (typeof first === 'string') recorded.push({ text: first, values: Array.isArray(second) ? second : [] })
      else if (typeof first === 'object' && first !== null && 'text' in first) {
        const { text, values } = first as { text: string; values?: unknown[] }
        recorded.push({ text, values: values ?? (Array.isArray(second) ? second : []) })
      }
      return query(...args)
    },
  })
}
// Exports have connections of their own.
for (const pool of [database.readPool, database.streams.organization]) pool.on('acquire', record)

const api = await startApi(context)
const server = createServer((_, response) => {
  response.end(JSON.stringify(recorded))
  recorded = []
})
server.listen(0, '127.0.0.1', () => ready({ url: api.url, recordedUrl: localUrl(server) }))
