import { gzipSync } from 'node:zlib'
import { hostileTexts } from './hostile-values.ts'
import type { Random } from './random.ts'

export type HostileRequest = {
  readonly method: string
  /** Path and query */
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: Buffer
}

const types = [
  'application/json',
  'application/json',
  'application/json; charset=utf-8',
  'application/json; charset=utf-16',
  'application/json; charset="',
  'Application/JSON',
  'application/graphql',
  'application/graphql-response+json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/json, text/plain',
  'application/*+json',
  '/',
  ';',
  'x'.repeat(3000),
]
const accepts = [
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'text/html',
  'image/png',
  ';;;',
  'a/b;q=x',
  '',
]
const encodings = ['gzip', 'br', 'deflate', 'identity', 'zstd', 'x', 'gzip, gzip', '']

/** A request that is broken somewhere between HTTP and GraphQL. */
export const hostileBody = (valid: string, random: Random): HostileRequest => {
  const headers: Record<string, string> = {
    'content-type': random.chance(0.6) ? 'application/json' : random.pick(types),
  }
  if (random.chance(0.3)) headers['accept'] = random.pick(accepts)
  if (random.chance(0.1)) headers['accept-encoding'] = random.pick([...encodings, '*;q=0', 'gzip;q=9'])
  if (random.chance(0.1))
    headers['authorization'] = random.pick(['Bearer', 'Bearer x', 'Basic eDp4', "Bearer '; --", ''])
  if (random.chance(0.1)) headers['x-amigraph-cost'] = random.pick(['1', '', '__proto__'])
  if (random.chance(0.1)) headers['if-none-match'] = random.pick(['*', '"x"', 'W/"', 'x'.repeat(2000), '""'])
  let body = mutate(Buffer.from(valid), random)
  if (random.chance(0.1)) {
    headers['content-encoding'] = random.pick(encodings)
    if (random.chance(0.7)) body = gzipSync(body)
  }
  if (random.chance(0.15))
    return { method: 'GET', path: getPath(valid, random), headers: { ...headers, 'apollo-require-preflight': '1' } }
  const path = random.chance(0.9)
    ? '/graphql'
    : random.pick(['/graphql/', '/graphql?x', '//graphql', '/%', '/export/x', '/explorer/..%2f', '/readyz'])
  return {
    method: random.chance(0.95) ? 'POST' : random.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS']),
    path,
    headers,
    body,
  }
}

const mutate = (body: Buffer, random: Random): Buffer => {
  const kind = random.below(12)
  if (kind === 0) return body.subarray(0, random.below(body.length))
  if (kind === 1) return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body])
  if (kind === 2) return Buffer.from(body.toString(), 'utf16le')
  if (kind === 3) return flip(body, random, [0xff, 0xc0, 0x80, 0xed, 0xf8])
  if (kind === 4) return flip(body, random, [0, 0x22, 0x5c, 0x7b, 0x7d, 0x2c])
  if (kind === 5) return Buffer.from(random.pick(shapes))
  if (kind === 6) return Buffer.from(JSON.stringify(random.pick(hostileTexts)))
  if (kind === 7) return Buffer.from(`[${body},${body}]`)
  if (kind === 8)
    return Buffer.from(
      String(body).replace(
        '{',
        `{"${random.pick(['__proto__', 'constructor', 'extensions', 'variables', 'operationName', 'documentId'])}":${random.pick(shapes)},`,
      ),
    )
  return body
}

const flip = (body: Buffer, random: Random, bytes: readonly number[]): Buffer => {
  const changed = Buffer.from(body)
  for (let i = 0; i <= random.below(5); i += 1) changed[random.below(changed.length)] = random.pick(bytes)
  return changed
}

const shapes = [
  '',
  ' ',
  'null',
  'true',
  '1',
  '1e999',
  '"x"',
  '[]',
  '{}',
  '[null]',
  '{"":""}',
  '{"query":null}',
  '{"query":{}}',
  '{"query":["{__typename}"]}',
  '{"query":"{__typename}","variables":[]}',
  '{"query":"{__typename}","variables":"{}"}',
  '{"query":"{__typename}","variables":{"__proto__":{"x":1}}}',
  '{"query":"{__typename}","extensions":[]}',
  '{"query":"{__typename}","extensions":{"persistedQuery":null}}',
  '{"query":"{__typename}","extensions":{"persistedQuery":1}}',
  '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":{}}}}',
  '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"__proto__"}}}',
  '{"query":"{__typename}","operationName":{}}',
  '{"query":"{__typename}","operationName":""}',
  '{"query":"query a{__typename} query b{__typename}"}',
  '{"constructor":{"prototype":{"x":1}},"query":"{__typename}"}',
  '{"documentId":"x"}',
  `${'['.repeat(200_000)}`,
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  `{"query":"{__typename}","variables":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
  `{"query":"{__typename}","variables":{${Array.from({ length: 30_000 }, (_, i) => `"k${i}":1`).join()}}}`,
]

const getPath = (valid: string, random: Random): string => {
  const { query, variables } = JSON.parse(valid) as { query: string; variables: unknown }
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) })
  if (random.chance(0.2)) parameters.append('query', '{ __typename }')
  if (random.chance(0.2)) parameters.set('variables', random.pick(shapes))
  if (random.chance(0.2)) parameters.set('extensions', random.pick(shapes))
  if (random.chance(0.1)) parameters.set('documentId', random.pick(hostileTexts))
  return `/graphql?${parameters}${random.chance(0.2) ? random.pick(['%', '%ff', '&&&', '=', '%00', '#', '?query=']) : ''}`
}
