/**
 * SigV4 as AWS documents it ("Create a signed AWS API request"). How old a request is goes unchecked: the sandbox's
 * clock may be set to any time, the signer's is not.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Authorization } from './authorization.ts'
import type { WireRequest } from './service.ts'

/** Whether the request was signed with this secret and has not been changed since. */
export const isSignedWith = (secretAccessKey: string, authorization: Authorization, request: WireRequest): boolean => {
  const declaredHash = headerText(request, 'x-amz-content-sha256')
  if (declaredHash && /^[0-9a-f]{64}$/.test(declaredHash) && declaredHash !== sha256(request.body)) return false
  const expected = sign(secretAccessKey, authorization, request)
  return timingSafeEqual(Buffer.from(expected), Buffer.from(authorization.signature))
}

/** The signature, in hexadecimal, over the headers that `authorization` lists; `x-amz-date` must be among them. */
export const sign = (
  secretAccessKey: string,
  authorization: Omit<Authorization, 'signature'>,
  request: WireRequest,
): string => {
  const { date, region, service, signedHeaders } = authorization
  const canonicalRequest = [
    request.method,
    canonicalPath(request.path, service),
    canonicalQuery(request.query),
    ...signedHeaders.map(name => `${name}:${headerText(request, name)}`),
    '',
    signedHeaders.join(';'),
    headerText(request, 'x-amz-content-sha256') || sha256(request.body),
  ].join('\n')
  const scope = `${date}/${region}/${service}/aws4_request`
  const stringToSign = `AWS4-HMAC-SHA256\n${headerText(request, 'x-amz-date')}\n${scope}\n${sha256(canonicalRequest)}`
  return hmac(signingKey(secretAccessKey, date, region, service), stringToSign).toString('hex')
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

// Four HMACs that stay the same for a day; thousands of sessions are in use at once, so the oldest goes first
const signingKeys = new Map<string, Buffer>()
const signingKeysKept = 50_000

const signingKey = (secret: string, date: string, region: string, service: string): Buffer => {
  const id = `${secret}/${date}/${region}/${service}`
  let key = signingKeys.get(id)
  if (!key) {
    key = [date, region, service, 'aws4_request'].reduce<Buffer>(
      (previous, part) => hmac(previous, part),
      Buffer.from(`AWS4${secret}`),
    )
    if (signingKeys.size >= signingKeysKept) {
      for (const oldest of signingKeys.keys()) {
        signingKeys.delete(oldest)
        break
      }
    }
    signingKeys.set(id, key)
  }
  return key
}

const headerText = (request: WireRequest, name: string): string => {
  const value = request.headers[name]
  return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim().replace(/\s+/g, ' ')
}

// Every service but S3 encodes the path once more than the request line does
const canonicalPath = (path: string, service: string) =>
  service === 's3' ? path : path.split('/').map(encode).join('/')

const canonicalQuery = (query: string) =>
  query === ''
    ? ''
    : [...new URLSearchParams(query)]
        .map(([name, value]) => [encode(name), encode(value)] as const)
        .sort(([a, x], [b, y]) => (a === b ? order(x, y) : order(a, b)))
        .map(([name, value]) => `${name}=${value}`)
        .join('&')

// By code point, which for encoded text is by character; a locale's order would be another
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
