import { Agent, request } from 'node:http'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTypeDefs } from '../../../src/graphql/schema.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { seedInventory } from '../../support/inventory.ts'
import { type ServedApi, serveApi } from '../../support/served-api.ts'
import { bombs } from './bombs.ts'
import { type HostileRequest, hostileBody } from './hostile-body.ts'
import { hostileQuery } from './hostile-query.ts'
import { createRandom } from './random.ts'

/** FUZZ_REQUESTS makes it longer, FUZZ_SEED another one; what fails names its seed. */
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 800)
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 1)

const schema = buildSchema(readTypeDefs().join('\n'))
let database: TestDatabase
let served: ServedApi

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  served = await serveApi(database.url, {
    DATABASE_STATEMENT_TIMEOUT_SECONDS: '5',
    AMIGRAPH_COST_BUDGET: '0',
    // With as much room as it wants, V8 keeps garbage for long: what was kept for good could not be told apart.
    NODE_OPTIONS: '--max-old-space-size=256',
  })
})
afterAll(async () => {
  expect(await served.stop()).toBe(0)
  await database.drop()
})

const agent = new Agent({ keepAlive: true, maxSockets: 8 })
const apart = new Agent({ keepAlive: true, maxSockets: 1 })
afterAll(() => {
  agent.destroy()
  apart.destroy()
})

type Answer = { status: number; type: string; body: string; ms: number }

const send = ({ method, path, headers, body }: HostileRequest, connections = agent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    const sent = request(`${served.url}/`, { agent: connections, method, path, headers })
    sent.on('error', reject)
    sent.on('response', async answer => {
      const chunks: Buffer[] = []
      try {
        for await (const chunk of answer) chunks.push(chunk)
      } catch (error) {
        return reject(error)
      }
      resolve({
        status: answer.statusCode ?? 0,
        type: String(answer.headers['content-encoding'] ?? answer.headers['content-type'] ?? ''),
        body: Buffer.concat(chunks).toString(),
        ms: performance.now() - started,
      })
    })
    sent.end(body)
  })

const post = (query: string, variables: unknown = {}): HostileRequest => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ query, variables })),
})

/** Megabytes: what the server's bounded caches may come to, and not what grows with every request. */
const mostMemory = 500

/** The server's own limit for a request; how fast a machine is, is not what this is about. */
const longestAnswerMs = 60_000

/** What is wrong with an answer, or nothing. */
const problemOf = ({ status, type, body, ms }: Answer): string | null => {
  if (status >= 500) return `status ${status}: ${body.slice(0, 300)}`
  if (ms > longestAnswerMs) return `status ${status} took ${ms} ms: ${body.slice(0, 200)}`
  if (/node_modules|\.ts:\d|\.js:\d|\bat \w+ \(|amigraph\.[a-z]|"severity"|SQLSTATE|pg_catalog/.test(body)) {
    return `tells too much: ${body.slice(0, 500)}`
  }
  if (status === 304 || status === 204 || !/json/.test(type)) return null
  const parsed = JSON.parse(body) as {
    data?: unknown
    errors?: { message?: unknown; extensions?: { code?: unknown } }[]
  }
  if (typeof parsed !== 'object' || parsed === null) return `no object: ${body.slice(0, 300)}`
  if (!('data' in parsed) && !Array.isArray(parsed.errors) && !('status' in parsed))
    return `no answer: ${body.slice(0, 300)}`
  for (const { message, extensions } of parsed.errors ?? []) {
    if (typeof message !== 'string' || typeof extensions?.code !== 'string')
      return `an error without a code: ${body.slice(0, 300)}`
    if (extensions.code === 'INTERNAL_SERVER_ERROR') return `unexpected: ${body.slice(0, 500)}`
  }
  return null
}

const attempt = async (what: HostileRequest): Promise<string | null> => {
  try {
    return problemOf(await send(what))
  } catch (error) {
    // A server may close a connection whose request it has no use for, before all of it has arrived.
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ECONNRESET' || code === 'EPIPE') return null
    return `${(error as Error).message}`
  }
}

/** So many hostile requests, made from seeds, 8 at a time; the problems found, by seed. */
const fuzz = async (make: (seed: number) => HostileRequest): Promise<string[]> => {
  const problems: string[] = []
  let seed = firstSeed
  const work = async () => {
    while (seed < firstSeed + requests && problems.length < 10) {
      const own = seed
      seed += 1
      const problem = await attempt(make(own))
      if (problem) problems.push(`seed ${own}: ${problem}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, work))
  return problems
}

/** Somebody who behaves, while the others do not. */
const behave = async (work: () => Promise<void>) => {
  let busy = true
  const slowest = { ms: 0 }
  const behaving = (async () => {
    while (busy) {
      const answer = await send(post('{ organization { organizationId } images(first: 2) { nodes { id } } }'), apart)
      expect(answer.status).toBe(200)
      expect(JSON.parse(answer.body).errors).toBeUndefined()
      slowest.ms = Math.max(slowest.ms, answer.ms)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  })()
  await work().finally(() => {
    busy = false
  })
  await behaving
  return slowest.ms
}

describe('hostile requests', () => {
  it.each(bombs)('the bomb %s is answered in time', async (_, query) => {
    expect(await attempt(post(query))).toBeNull()
  })

  it(
    "are answered within the server's limits, and others meanwhile",
    async () => {
      const slowest = await behave(async () => {
        const queries = await fuzz(seed => {
          const { query, variables } = hostileQuery(schema, createRandom(seed))
          return post(query, variables)
        })
        expect(queries, served.errors().join('\n')).toEqual([])

        const bodies = await fuzz(seed => {
          const random = createRandom(seed)
          return hostileBody(JSON.stringify(hostileQuery(schema, random)), random)
        })
        expect(bodies, served.errors().join('\n')).toEqual([])
      })
      expect(slowest).toBeLessThan(longestAnswerMs)
      expect(served.errors()).toEqual([])
      expect(served.memory() ?? 0).toBeLessThan(mostMemory)
    },
    60_000 + requests * 200,
  )
})
