import { afterAll, beforeAll, expect, it } from 'vitest'
import { buryLetters, type DeadLetter } from '../../src/db/events/bury-letters.ts'
import { noteQueueFailure } from '../../src/db/events/note-queue-failure.ts'
import { noteReceived } from '../../src/db/events/note-received.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, seedInventory } from '../support/inventory.ts'
import { limitedTo, openViewers, type TestViewers } from '../support/viewers.ts'

const queueUrl = 'https://sqs.eu-west-1.amazonaws.com/111122223333/amigraph-events'
let database: TestDatabase
let viewers: TestViewers
let api: TestApi

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  viewers = openViewers(database.url)
  api = await createTestApi(database.pool, { read: viewers.reads })
})
afterAll(async () => {
  await api.stop()
  await viewers.close()
  await database.drop()
})

const letter = (messageId: string, changed: Partial<DeadLetter> = {}): DeadLetter => ({
  messageId,
  eventName: 'RunInstances',
  accountId: accounts.golden,
  region: 'eu-central-1',
  errorCode: 'UnauthorizedOperation',
  errorMessage: 'explicit deny',
  receiveCount: 8,
  sentAt: new Date('2026-03-01T12:00:00Z'),
  body: '{}',
  ...changed,
})
const query = `{
  eventQueue { queueUrl lastReceivedAt received ignored error { code message } }
  deadLetters { totalCount nodes { messageId eventName accountId region receiveCount sentAt body error { code message } } }
}`

it('is silent where no events are followed', async () => {
  const { data } = await api.query(query)
  expect(data).toEqual({ eventQueue: null, deadLetters: { totalCount: 0, nodes: [] } })
})

it('shows how the queue is read, and what could not be understood', async () => {
  await noteReceived(database.pool, queueUrl, { received: 10, ignored: 1 })
  await noteReceived(database.pool, queueUrl, { received: 5, ignored: 2 })
  await noteQueueFailure(database.pool, queueUrl, { code: 'AccessDenied', message: 'denied by the queue policy' })
  const unreadable = { eventName: null, accountId: null, region: null, sentAt: null, errorCode: 'UnreadableEvent' }
  await buryLetters(database.pool, queueUrl, [letter('one'), letter('two', { ...unreadable, body: 'a\0b\ud800' })])
  // It came once more
  await buryLetters(database.pool, queueUrl, [letter('one', { receiveCount: 9 })])
  const { data, errors } = await api.query(query)
  expect(errors).toBeUndefined()
  expect(data.eventQueue).toEqual({
    queueUrl,
    lastReceivedAt: expect.any(String),
    received: 15,
    ignored: 3,
    error: { code: 'AccessDenied', message: 'denied by the queue policy' },
  })
  expect(data.deadLetters).toEqual({
    totalCount: 2,
    nodes: [
      {
        messageId: 'one',
        eventName: 'RunInstances',
        accountId: accounts.golden,
        region: 'eu-central-1',
        receiveCount: 9,
        sentAt: '2026-03-01T12:00:00.000Z',
        body: '{}',
        error: { code: 'UnauthorizedOperation', message: 'explicit deny' },
      },
      expect.objectContaining({ messageId: 'two', accountId: null, body: 'a\ufffdb\ufffd' }),
    ],
  })
  const { data: filtered } = await api.query(
    `{ deadLetters(filter: { account: { eq: "${accounts.golden}" } }, orderBy: { field: GIVEN_UP_AT }) { nodes { messageId } } }`,
  )
  expect(filtered.deadLetters.nodes).toEqual([{ messageId: 'one' }])
})

it('shows nothing of it to viewers of some accounts', async () => {
  const { data } = await api.query(query, {}, limitedTo([accounts.golden]))
  expect(data).toEqual({ eventQueue: null, deadLetters: { totalCount: 0, nodes: [] } })
})

it('keeps the newest thousand', async () => {
  const letters = Array.from({ length: 1_200 }, (_, index) => letter(`many ${index}`))
  await buryLetters(database.pool, queueUrl, letters)
  const { rows } = await database.pool.query(`select count(*)::integer as kept from amigraph.dead_letters`)
  expect(rows).toEqual([{ kept: 1_000 }])
})
