import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { seedInventory } from '../support/inventory.ts'
import { serveApi } from '../support/served-api.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
})
afterAll(() => database.drop())

const ask = (url: string) =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const sent = request(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' } })
    sent.on('error', reject)
    sent.on('response', async answer => {
      let body = ''
      for await (const chunk of answer) body += chunk
      resolve({ status: answer.statusCode, body })
    })
    sent.end(JSON.stringify({ query: '{ organization { organizationId } }' }))
  })

/** Whether connections are still taken: nothing is asked over them, for an answer might take as long as those under way. */
const listens = (url: string) =>
  new Promise<boolean>(resolve => {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname, () => {
      socket.destroy()
      resolve(true)
    }).on('error', ({ message }) => resolve(!message.includes('ECONNREFUSED')))
  })

const waiting = async () => {
  const { rows } = await database.pool.query<{ count: number }>(
    "select count(*)::integer as count from pg_stat_activity where application_name = 'amigraph api' and wait_event_type = 'Lock'",
  )
  return rows[0]?.count
}

it('answers what is under way when it is told to stop, takes nothing new, and ends', async () => {
  const served = await serveApi(database.url)
  const client = await database.pool.connect()
  await client.query('begin')
  await client.query('lock table amigraph.organizations in access exclusive mode')
  const underWay = ask(served.url)
  await eventually(async () => expect(await waiting()).toBe(1))
  const ended = served.stop()
  await eventually(async () => expect(await listens(served.url)).toBe(false))
  await client.query('rollback')
  client.release()
  const { status, body } = await underWay
  expect(status).toBe(200)
  expect(JSON.parse(body)).toMatchObject({ data: { organization: { organizationId: expect.any(String) } } })
  expect(await ended).toBe(0)
  expect(served.errors()).toEqual([])
})

it('says at the start which trusted documents cannot be answered', async () => {
  await expect(serveApi(database.url, { AMIGRAPH_TRUSTED_DOCUMENTS: '/nonexistent' })).rejects.toThrow(
    /ended with 1:\n.*AMIGRAPH_TRUSTED_DOCUMENTS, \/nonexistent/,
  )
})

it('outlives a list of which one part fails at once and another later', async () => {
  const served = await serveApi(database.url)
  // Of an image without a known owner nothing is waited for, so it fails at once, and the list with it; the others later.
  const query = '{ images { nodes { owner { id } instances(first: -1) { totalCount } } } }'
  for (let i = 0; i < 3; i += 1) {
    const answer = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_PAGE_SIZE' } }] })
  }
  expect(await served.stop()).toBe(0)
})
