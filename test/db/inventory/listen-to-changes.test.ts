import { type AddressInfo, connect as connectTo, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { listenToChanges } from '../../../src/db/inventory/listen-to-changes.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const change = () => database.pool.query(`notify amigraph_changes, 'facts'`)

/** Listens, and keeps what it hears and whether it can. */
const listen = (url: string) => {
  const state = { isListening: false, begun: 0, changes: 0, errors: 0 }
  const onError = () => {
    state.errors += 1
  }
  const listening = listenToChanges(
    { url, heartbeat: 150, onError },
    {
      onListening: () => {
        state.isListening = true
        state.begun += 1
      },
      onDeaf: () => {
        state.isListening = false
      },
      onChange: () => {
        state.changes += 1
      },
    },
  )
  onTestFinished(() => listening.close())
  return state
}

/** A way to the database that can be cut, or left hanging. */
const openProxy = async () => {
  const { hostname, port } = new URL(database.url)
  const sockets = new Set<Socket>()
  let isHanging = false
  let refuses = false
  const server = createServer(client => {
    if (refuses) {
      client.destroy()
      return
    }
    const upstream = connectTo(Number(port), hostname)
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from)
      from.on('data', data => !isHanging && to.write(data))
      from.on('close', () => to.destroy())
      from.on('error', () => to.destroy())
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const url = new URL(database.url)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    refuse: (value: boolean) => {
      refuses = value
    },
    hang: (value: boolean) => {
      isHanging = value
    },
  }
}

it('hears of changes', async () => {
  const state = listen(database.url)
  await eventually(() => expect(state.isListening).toBe(true))
  await change()
  await eventually(() => expect(state.changes).toBe(1))
})

it('says that it hears nothing while the connection is away, and listens again', async () => {
  const proxy = await openProxy()
  const state = listen(proxy.url)
  await eventually(() => expect(state.isListening).toBe(true))
  proxy.refuse(true)
  proxy.cut()
  await eventually(() => expect(state.isListening).toBe(false))
  await eventually(() => expect(state.errors).toBeGreaterThan(1))
  proxy.refuse(false)
  await eventually(() => expect(state.isListening).toBe(true))
  expect(state.begun).toBe(2)
  await change()
  await eventually(() => expect(state.changes).toBe(1))
})

it('notices a connection that is open and dead', async () => {
  const proxy = await openProxy()
  const state = listen(proxy.url)
  await eventually(() => expect(state.isListening).toBe(true))
  proxy.hang(true)
  await eventually(() => expect(state.isListening).toBe(false), 3)
  proxy.hang(false)
  await eventually(() => expect(state.isListening).toBe(true))
})

it('stops while it cannot connect', async () => {
  const url = new URL(database.url)
  url.port = '1'
  const listening = listenToChanges({ url: url.href }, { onListening: () => {}, onDeaf: () => {}, onChange: () => {} })
  await listening.close()
})
