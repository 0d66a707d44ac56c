import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiSettings } from '../../../src/graphql/api-settings.ts'
import { type RunningApi, startApi } from '../../../src/graphql/start-api.ts'
import { testContext } from '../../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'

/** The same limits as in production, but short. */
const settings: Partial<ApiSettings> = { headSeconds: 1, bodySeconds: 2, idleSeconds: 1, checkSeconds: 0.2 }

let database: TestDatabase
let api: RunningApi
beforeAll(async () => {
  database = await createTestDatabase()
  api = await startApi(testContext(database.pool, { settings }))
})
afterAll(async () => {
  await api.close()
  await database.drop()
})

const open = async (url = api.url): Promise<Socket> => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  // Being thrown out is what is tested.
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** Everything that comes until the server closes the connection. */
const readAll = async (socket: Socket): Promise<string> => {
  let text = ''
  socket.on('data', chunk => {
    text += chunk
  })
  // Not once(), which an error would end.
  if (!socket.closed) await new Promise(resolve => socket.once('close', resolve))
  return text
}

const answersOf = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))

const expectError = (text: string, status: number, code: string) => {
  expect(answersOf(text)).toEqual([status])
  const body = text.slice(text.indexOf('\r\n\r\n') + 4)
  expect(JSON.parse(body)).toMatchObject({ errors: [{ message: expect.any(String), extensions: { code } }] })
}

const body = JSON.stringify({ query: '{ __typename }' })
const head = (more = '') =>
  `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${more}content-length: ${body.length}\r\n\r\n`

const isWell = async (url = api.url) => {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body,
  })
  expect(await answer.json()).toEqual({ data: { __typename: 'Query' } })
}

describe('a connection that', () => {
  it('says nothing is closed', async () => {
    const socket = await open()
    expect(await readAll(socket)).toMatch(/^$|^HTTP\/1\.1 408/)
  })

  it('goes on with what is no request, when its answer was sent before all was read, gets that answer and no other', async () => {
    const socket = await open()
    socket.write(`OPTIONS /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: ;\r\n\r\n{"query": "no request line"}`)
    expectError(await readAll(socket), 415, 'UNSUPPORTED_MEDIA_TYPE')
  })

  it('sends its headers drop by drop is told that it is too slow', async () => {
    const socket = await open()
    const reading = readAll(socket)
    const drops = (async () => {
      for (const letter of head('x-slow: '.padEnd(2000, 'x'))) {
        if (socket.destroyed) return
        socket.write(letter)
        await delay(20)
      }
    })()
    expectError(await reading, 408, 'REQUEST_TIMEOUT')
    await drops
  })

  it('sends its body drop by drop is told that it is too slow', async () => {
    const socket = await open()
    const reading = readAll(socket)
    socket.write(head())
    socket.write('{')
    expectError(await reading, 408, 'REQUEST_TIMEOUT')
  })

  it('asks nothing more is closed', async () => {
    const socket = await open()
    const reading = readAll(socket)
    socket.write(head() + body)
    expect(answersOf(await reading)).toEqual([200])
  })

  it('sends many requests at once is answered in their order', async () => {
    const socket = await open()
    const reading = readAll(socket)
    socket.write((head() + body).repeat(199) + head('connection: close\r\n') + body)
    expect(answersOf(await reading)).toEqual(Array.from({ length: 200 }, () => 200))
  })

  it.each<[string, string, number, string]>([
    ['no HTTP', 'hello\r\n\r\n', 400, 'BAD_REQUEST'],
    ['TLS', '\u0016\u0003\u0001\u0002\u0000\u0001', 400, 'BAD_REQUEST'],
    ['long headers', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'BAD_REQUEST'],
    ['a long URL', `GET /graphql?query=${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431, 'BAD_REQUEST'],
    ['many headers', `GET / HTTP/1.1\r\nhost: x\r\n${'a: b\r\n'.repeat(10_000)}\r\n`, 431, 'BAD_REQUEST'],
    [
      'two lengths',
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n`,
      400,
      'BAD_REQUEST',
    ],
    [
      'a length and chunks',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
      400,
      'BAD_REQUEST',
    ],
    ['a negative length', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n', 400, 'BAD_REQUEST'],
    ['NUL in a header', 'GET / HTTP/1.1\r\nhost: x\r\na: \u0000\r\n\r\n', 400, 'BAD_REQUEST'],
    ['broken lines', 'GET / HTTP/1.1\nhost: x\r\n\r\n', 400, 'BAD_REQUEST'],
  ])('sends %s is told so', async (_, text, status, code) => {
    const socket = await open()
    const reading = readAll(socket)
    socket.write(text, 'latin1')
    expectError(await reading, status, code)
  })

  it('names no host, or a nonsensical one, is answered all the same', async () => {
    for (const host of ['', 'host: \r\n', 'host: a b\r\n', 'host: [::\r\n', `host: ${'x'.repeat(5000)}\r\n`]) {
      const socket = await open()
      const reading = readAll(socket)
      socket.write(`GET /graphql?query=x HTTP/1.1\r\n${host}connection: close\r\n\r\n`)
      const [status] = answersOf(await reading)
      expect(status).toBe(400)
    }
  })

  it.each<[string, string]>([
    ['endless chunks', `1000\r\n${'x'.repeat(4096)}\r\n`],
    ['endless small chunks', '1\r\nx\r\n'.repeat(1000)],
    ['endless extensions of chunks', `1;${'x'.repeat(5000)}\r\nx\r\n`],
  ])('sends %s is cut off', async (_, chunk) => {
    const socket = await open()
    const reading = readAll(socket)
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    )
    const gone = new Promise(resolve => socket.once('close', resolve))
    while (!socket.closed && !socket.destroyed) {
      if (socket.write(chunk)) await delay(0)
      else await Promise.race([new Promise(resolve => socket.once('drain', resolve)), gone])
    }
    const [status = 413] = answersOf(await reading)
    expect([408, 413]).toContain(status)
  })

  it('promises more than it sends, and goes, leaves nothing behind', async () => {
    for (let i = 0; i < 50; i += 1) {
      const socket = await open()
      socket.write(head())
      socket.destroy()
    }
    await isWell()
  })
})

describe('thousands of connections', () => {
  it('that do nothing do not keep others out, and are closed', async () => {
    const sockets = await Promise.all(Array.from({ length: 2000 }, () => open()))
    for (const socket of sockets) socket.resume()
    await isWell()
    for (const socket of sockets) socket.write('GET /healthz HTTP/1.1\r\n')
    await isWell()
    await eventually(() => expect(sockets.filter(({ closed }) => !closed)).toHaveLength(0), 30)
    await isWell()
  })

  it('beyond the most that are allowed are closed at once, and room comes back', async () => {
    const own = await startApi(
      testContext(database.pool, { settings: { ...settings, maxConnections: 20, headSeconds: 30, bodySeconds: 30 } }),
    )
    const sockets = await Promise.all(Array.from({ length: 40 }, () => open(own.url)))
    await eventually(() => expect(sockets.filter(({ closed }) => closed)).toHaveLength(20))
    for (const socket of sockets) socket.destroy()
    await eventually(() => isWell(own.url))
    await own.close()
  })
})

it('is not kept from stopping by connections that are slow', async () => {
  const own = await startApi(testContext(database.pool, { settings }))
  const sockets = await Promise.all(Array.from({ length: 20 }, () => open(own.url)))
  for (const socket of sockets) socket.write(head())
  const started = performance.now()
  await own.close()
  expect(performance.now() - started).toBeLessThan(10_000)
})
