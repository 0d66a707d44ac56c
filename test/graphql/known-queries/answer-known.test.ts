import type { ApolloServerPlugin } from '@apollo/server'
import { type FastifyInstance, fastify } from 'fastify'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AuditedOperation } from '../../../src/auth/audit.ts'
import { everybody } from '../../../src/auth/authenticate.ts'
import { createRead } from '../../../src/db/statement.ts'
import { answerQueries } from '../../../src/graphql/answer-queries.ts'
import type { ApiContext } from '../../../src/graphql/api-context.ts'
import { createApollo } from '../../../src/graphql/apollo.ts'
import { auditOperations } from '../../../src/graphql/audit-operations.ts'
import { authenticateRequests } from '../../../src/graphql/authenticate-requests.ts'
import { createQueryParts } from '../../../src/graphql/query-parts.ts'
import type { RequestContext } from '../../../src/graphql/request-context.ts'
import { testContext } from '../../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { accounts, seedInventory } from '../../support/inventory.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  return database.drop
})

type Served = {
  /** Requests that came to Apollo Server */
  apollo(): number
  audited: AuditedOperation[]
  ask(body: object, headers?: Record<string, string>): Promise<{ status: number; headers: object; body: string }>
}

const servers: FastifyInstance[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const serve = async (overrides: Partial<ApiContext> = {}): Promise<Served> => {
  const audited: AuditedOperation[] = []
  const audit = { operation: (entry: AuditedOperation) => audited.push(entry), refusal() {}, administration() {} }
  const context = testContext(database.pool, { audit, ...overrides })
  const parts = createQueryParts(context)
  let asked = 0
  const count: ApolloServerPlugin<RequestContext> = {
    requestDidStart: async () => {
      asked += 1
    },
  }
  const apollo = createApollo(context, [auditOperations(context.audit), count], null, parts)
  await apollo.start()
  const server = fastify()
  authenticateRequests(server, context)
  server.route({ method: ['GET', 'POST'], url: '/graphql', handler: answerQueries(context, apollo, parts) })
  server.addHook('onClose', () => apollo.stop())
  servers.push(server)
  return {
    apollo: () => asked,
    audited,
    ask: async (body, headers = {}) => {
      const answer = await server.inject({ method: 'POST', url: '/graphql', payload: body, headers })
      const { date: _, ...rest } = answer.headers
      return { status: answer.statusCode, headers: rest, body: answer.body }
    },
  }
}

const accountQuery = 'query Account($id: AccountId!) { account(accountId: $id) { accountId name state } }'
const one = { query: accountQuery, variables: { id: accounts.appA } }

describe('a query that was answered before', () => {
  it.each<[string, object, Record<string, string>]>([
    ['with variables', one, {}],
    ['without variables', { query: '{ organization { id } }' }, {}],
    [
      'that is one of several operations',
      { query: `${accountQuery} query Other { organization { id } }`, operationName: 'Other' },
      {},
    ],
    ['in the newer content type', one, { accept: 'application/graphql-response+json' }],
    ['from a browser', one, { accept: 'application/graphql-response+json, application/json;q=0.9, */*;q=0.1' }],
    ['with null for what is left out', { ...one, operationName: null, extensions: null }, {}],
    ['of which the client has the answer', one, { 'if-none-match': '*' }],
  ])('%s is answered without Apollo Server, and exactly the same', async (_, body, headers) => {
    const api = await serve({ sandbox: true })
    const first = await api.ask(body, headers)
    const again = await api.ask(body, headers)
    expect(again).toEqual(first)
    expect(api.apollo()).toBe(1)
  })

  it('with other variables gets its own answer', async () => {
    const api = await serve()
    await api.ask(one)
    const other = await api.ask({ ...one, variables: { id: accounts.appB } })
    expect(JSON.parse(other.body).data.account.accountId).toBe(accounts.appB)
    expect(api.apollo()).toBe(1)
  })

  it('is audited the same', async () => {
    const api = await serve()
    await api.ask(one)
    await api.ask(one)
    const [first, again] = api.audited.map(({ durationMs: _, requestId: __, ...entry }) => entry)
    expect(first).toMatchObject({ operation: 'Account', kind: 'query', rows: 1, status: 'OK', viewer: everybody.name })
    expect(again).toEqual(first)
  })

  it.each<[string, object, Record<string, string>]>([
    ['has a wrong variable', { query: accountQuery, variables: { id: 'not an account' } }, {}],
    ['lacks a variable', { query: accountQuery }, {}],
    ['wants to know its cost', one, { 'x-amigraph-cost': '1' }],
    ['names an operation that is not there', { ...one, operationName: 'Nobody' }, {}],
    ['has variables that are no object', { ...one, variables: [] }, {}],
    ['has extensions', { ...one, extensions: { any: true } }, {}],
    ['accepts what there is not', one, { accept: 'text/csv' }],
  ])('but %s is left to Apollo Server', async (_, body, headers) => {
    const api = await serve()
    await api.ask(one)
    const alone = await serve()
    expect(await api.ask(body, headers)).toEqual(await alone.ask(body, headers))
    expect(api.apollo()).toBe(1 + alone.apollo())
  })
})

describe('limits hold for what was answered before', () => {
  it('budgets: once each is spent, it is refused', async () => {
    const api = await serve({ settings: { costBudget: 10 } })
    const statuses: number[] = []
    while (statuses.at(-1) !== 429 && statuses.length < 20) statuses.push((await api.ask(one)).status)
    const { cost } = api.audited[0] ?? {}
    expect(cost).toBeGreaterThan(0)
    expect(statuses).toEqual([...Array(Math.floor(10 / (cost ?? 1))).fill(200), 429])
  })

  it('the cost of one query: larger variables make it too expensive', async () => {
    const api = await serve({ settings: { maxQueryCost: 500 } })
    const query = 'query ($first: Int!) { images(first: $first) { nodes { imageId owner { name } } } }'
    expect((await api.ask({ query, variables: { first: 5 } })).status).toBe(200)
    const refused = await api.ask({ query, variables: { first: 1000 } })
    expect(refused.status).toBe(400)
    expect(refused.body).toContain('QUERY_TOO_EXPENSIVE')
  })
})

describe('what goes wrong for what was answered before', () => {
  const failing = async (error: unknown) => {
    let isBroken = false
    const working = createRead(database.pool)
    const api = await serve({
      read: () => (isBroken ? () => Promise.reject(error) : working),
    })
    await api.ask(one)
    isBroken = true
    return api
  }

  it('the database is away: 503', async () => {
    const api = await failing(Object.assign(new Error('terminating connection'), { code: '57P01' }))
    const answer = await api.ask(one)
    expect(api.apollo()).toBe(1)
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(api.audited.at(-1)?.status).toBe('SERVICE_UNAVAILABLE')
  })

  it('anything else is masked', async () => {
    const api = await failing(new Error('secret'))
    const answer = await api.ask(one)
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('INTERNAL_SERVER_ERROR')
    expect(answer.body).not.toContain('secret')
  })

  it('the same answer as the first time that it is asked', async () => {
    const error = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' })
    const known = await failing(error)
    const fresh = await serve({ read: () => () => Promise.reject(error) })
    expect(await known.ask(one)).toEqual(await fresh.ask(one))
  })
})
