import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '../../../src/db/pool.ts'
import { createRead } from '../../../src/db/statement.ts'
import type { ApiContext } from '../../../src/graphql/api-context.ts'
import { type RunningApi, startApi } from '../../../src/graphql/start-api.ts'
import { testContext } from '../../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'
import { seedInventory } from '../../support/inventory.ts'

let database: TestDatabase
let api: RunningApi
beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  api = await startApi(testContext(database.pool))
})
afterAll(async () => {
  await api.close()
  await database.drop()
})

const json = { 'content-type': 'application/json' }
const query = '{ syncStatus { running } }'
const long = '{ images(first: 50) { nodes { id imageId name description owner { id name email } } } }'
const ask = (body: unknown, { url = api.url, headers = {}, signal }: Asking = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  })
type Asking = { url?: string; headers?: Record<string, string>; signal?: AbortSignal }

const withApi = async (context: Partial<ApiContext>, use: (url: string, api: RunningApi) => Promise<void>) => {
  const own = await startApi(testContext(database.pool, context))
  try {
    await use(own.url, own)
  } finally {
    await own.close()
  }
}

/** As it comes over the wire: fetch would decompress it. */
const raw = async (headers: Record<string, string>, body: string) => {
  const sent = request(`${api.url}/graphql`, { method: 'POST', headers: { ...json, ...headers } })
  sent.end(body)
  const [answer] = await once(sent, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  return { headers: answer.headers, body: Buffer.concat(chunks) }
}

describe('compression', () => {
  it.each<[string, string, (body: Buffer) => Buffer]>([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip', 'br;q=0, gzip;q=0.5', gunzipSync],
  ])('is %s for those who accept %s', async (encoding, accepted, decompress) => {
    const plain = await raw({}, JSON.stringify({ query: long }))
    const { headers, body } = await raw({ 'accept-encoding': accepted }, JSON.stringify({ query: long }))
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers['vary']).toContain('accept-encoding')
    expect(body.length).toBeLessThan(plain.body.length / 2)
    expect(decompress(body).equals(plain.body)).toBe(true)
  })

  it('is left out for short answers, and for those who do not ask for it', async () => {
    const short = await raw({ 'accept-encoding': 'br, gzip' }, JSON.stringify({ query }))
    expect(short.headers['content-encoding']).toBeUndefined()
    const plain = await raw({}, JSON.stringify({ query: long }))
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.headers['content-length']).toBe(String(plain.body.length))
  })

  it('of requests does not get around their limit', async () => {
    const bomb = gzipSync(JSON.stringify({ query, variables: { x: 'x'.repeat(64 * 1024 * 1024) } }))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const answer = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { ...json, 'content-encoding': 'gzip' },
      body: bomb,
    })
    expect(answer.status).toBe(413)
  })
})

describe('methods', () => {
  it('HEAD of /healthz is answered without a body, of /graphql not at all', async () => {
    const health = await fetch(`${api.url}/healthz`, { method: 'HEAD' })
    expect([health.status, await health.text()]).toEqual([200, ''])
    const graphql = await fetch(`${api.url}/graphql`, { method: 'HEAD', headers: { 'apollo-require-preflight': '1' } })
    expect(graphql.status).toBe(405)
    expect(graphql.headers.get('allow')).toBe('GET, POST')
  })

  it('GET is for queries only', async () => {
    const url = `${api.url}/graphql?query=${encodeURIComponent('mutation { __typename }')}`
    const answer = await fetch(url, { headers: { 'apollo-require-preflight': '1' } })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('POST')
  })

  it('GET without what another site cannot send is refused', async () => {
    const url = `${api.url}/graphql?query=${encodeURIComponent(query)}`
    for (const headers of [
      {},
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
    ]) {
      const answer = await fetch(url, { headers: headers as Record<string, string> })
      expect([400, 415]).toContain(answer.status)
    }
  })

  it('a batch is refused with a clear message', async () => {
    const answer = await ask([{ query }, { query }])
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('batching'), extensions: { code: 'BAD_REQUEST' } }],
    })
  })
})

describe('other origins', () => {
  const origin = 'https://portal.example.com'
  const preflight = (url: string, from: string) =>
    fetch(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: from,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })

  it('are kept out', async () => {
    const answer = await preflight(api.url, origin)
    expect(answer.status).toBe(405)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    const asked = await ask({ query }, { headers: { origin } })
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('are let in where they are named, and no others', () =>
    withApi({ settings: { corsOrigins: [origin] } }, async url => {
      const answer = await preflight(url, origin)
      expect(answer.status).toBe(204)
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
      expect(answer.headers.get('access-control-allow-headers')).toContain('authorization')
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
      const asked = await ask({ query }, { url, headers: { origin } })
      expect(asked.headers.get('access-control-allow-origin')).toBe(origin)
      expect(asked.headers.get('vary')?.toLowerCase()).toContain('origin')
      for (const stranger of ['https://evil.example.com', 'null', `${origin}.evil.example.com`]) {
        expect((await preflight(url, stranger)).headers.get('access-control-allow-origin')).toBeNull()
      }
    }))
})

describe('a slow query', () => {
  const slowly = async (url: string, use: (release: () => Promise<void>) => Promise<void>) => {
    const client = await database.pool.connect()
    await client.query('begin')
    await client.query('lock table amigraph.organizations in access exclusive mode')
    let held = true
    const release = async () => {
      if (held) await client.query('rollback')
      held = false
    }
    try {
      await use(release)
    } finally {
      await release()
      client.release()
    }
    return url
  }
  const slow = '{ organization { id } }'
  const underWay = async (name: string) => {
    const { rows } = await database.pool.query<{ count: number }>(
      "select count(*)::integer as count from pg_stat_activity where application_name = $1 and state = 'active'",
      [name],
    )
    return rows[0]?.count
  }
  const reading = (name: string, poolSize = 2) => {
    const pool = createPool({ url: database.url, poolSize }, { applicationName: name })
    return { pool, read: () => createRead(pool), readPrimary: () => createRead(pool) }
  }

  it('is cancelled in the database when its client goes away', async () => {
    const { pool, ...reads } = reading('goes away')
    await withApi(reads, async url => {
      await slowly(url, async () => {
        const controller = new AbortController()
        const asked = ask({ query: slow }, { url, signal: controller.signal })
        asked.catch(() => {})
        await eventually(async () => expect(await underWay('goes away')).toBe(1))
        controller.abort()
        await expect(asked).rejects.toThrow()
        await eventually(async () => expect(await underWay('goes away')).toBe(0))
      })
      expect((await ask({ query: slow }, { url })).status).toBe(200)
    })
    await pool.end()
  })

  it('is answered when its time is up, and cancelled', async () => {
    const { pool, ...reads } = reading('time is up')
    await withApi({ ...reads, settings: { requestTimeoutSeconds: 1 } }, async url => {
      await slowly(url, async () => {
        const answer = await ask({ query: slow }, { url })
        expect(answer.status).toBe(504)
        expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'TIMEOUT' } }] })
        await eventually(async () => expect(await underWay('time is up')).toBe(0))
      })
    })
    await pool.end()
  })

  it('does not let others wait without end', async () => {
    const { pool, ...reads } = reading('many')
    await withApi({ ...reads, settings: { mostUnderWay: 3 } }, async url => {
      await slowly(url, async release => {
        const waiting = Array.from({ length: 3 }, () => ask({ query: slow }, { url }))
        await eventually(async () => expect(await underWay('many')).toBe(2))
        const turnedAway = await eventually(async () => {
          const answer = await ask({ query }, { url })
          expect(answer.status).toBe(503)
          return answer
        })
        expect(turnedAway.headers.get('retry-after')).toBe('1')
        expect(await turnedAway.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] })
        expect((await fetch(`${url}/healthz`)).status).toBe(200)
        await release()
        expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200, 200])
      })
      expect((await ask({ query }, { url })).status).toBe(200)
    })
    await pool.end()
  })

  it('is finished when the server stops; what comes over the same connections is turned away', async () => {
    const { pool, ...reads } = reading('stops', 4)
    await withApi(reads, async (url, own) => {
      await slowly(url, async release => {
        const asked = ask({ query: slow }, { url })
        await eventually(async () => expect(await underWay('stops')).toBe(1))
        const closed = own.close()
        await eventually(() => expect(fetch(`${url}/healthz`)).rejects.toThrow())
        await release()
        const answer = await asked
        expect(answer.status).toBe(200)
        expect(answer.headers.get('connection')).toBe('close')
        await closed
      })
    })
    await pool.end()
  })
})

describe('what the fuzzer found', () => {
  const codeOf = async (answer: Response) => ({
    status: answer.status,
    code: ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
  })
  const persisted = (version: unknown) => ({ extensions: { persistedQuery: { version, sha256Hash: 'x' } } })

  it.each(['/%', '/graphql%', '/export/%ff'])('a URL that cannot be decoded: %s', async path => {
    expect(await codeOf(await fetch(api.url + path))).toEqual({ status: 400, code: 'BAD_REQUEST' })
  })

  it.each([2, null, 'x', undefined])('version %s of persisted queries', async version => {
    expect(await codeOf(await ask(persisted(version)))).toEqual({ status: 400, code: 'BAD_REQUEST' })
  })

  it('a persisted query whose hash is not its own', async () => {
    expect(await codeOf(await ask({ query, ...persisted(1) }))).toEqual({ status: 400, code: 'BAD_REQUEST' })
  })

  it('a subscription, of which there are none', async () => {
    const answer = await codeOf(await ask({ query: 'subscription { __typename }' }))
    expect(answer).toEqual({ status: 400, code: 'OPERATION_RESOLUTION_FAILURE' })
  })

  it('the name of an operation that is not there, twice in the same document', async () => {
    for (let i = 0; i < 2; i += 1) {
      const answer = await ask({ query: 'query A { __typename } query B { __typename }', operationName: 'C' })
      expect(await codeOf(answer)).toEqual({ status: 400, code: 'OPERATION_RESOLUTION_FAILURE' })
    }
  })

  it('an answer before the whole request has come, which kept the next one on its connection waiting', async () => {
    const { hostname, port } = new URL(api.url)
    const socket = connect(Number(port), hostname)
    const start = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n'
    let text = ''
    socket.on('error', () => {})
    socket.on('data', chunk => {
      text += chunk
    })
    const closed = new Promise(resolve => socket.once('close', resolve))
    socket.write(`${start}content-encoding: gzip\r\ncontent-length: 900000\r\n\r\n${'x'.repeat(900_000)}`)
    socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
    const started = performance.now()
    await closed
    expect(performance.now() - started).toBeLessThan(5000)
    expect(text).toMatch(/^HTTP\/1.1 4\d\d/)
  })
})
