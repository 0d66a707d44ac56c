/** Requests as clients other than the SDK for JavaScript send them: written by hand, signed with SigV4. */
import type { Sandbox } from '../../src/sandbox/server.ts'
import { sign } from '../../src/sandbox/wire/signature.ts'

/** Sends a body to the sandbox, signed with the root key; `headers` in lower case are sent but not signed. */
export const signedFetch = (
  sandbox: Sandbox,
  service: string,
  body: string,
  options: { region?: string; headers?: Record<string, string>; method?: string; path?: string; query?: string } = {},
): Promise<Response> => {
  const { region = 'eu-west-1', method = 'POST', path = '/', query = '' } = options
  const { root } = sandbox.credentials
  const headers = { host: new URL(sandbox.url).host, 'x-amz-date': '20260301T120000Z' }
  const authorization = {
    accessKeyId: root.accessKeyId,
    date: '20260301',
    region,
    service,
    signedHeaders: Object.keys(headers),
  }
  const request = { method, path, query, headers, body: Buffer.from(body) }
  const signature = sign(root.secretAccessKey, authorization, request)
  return fetch(`${sandbox.url}${path}${query && `?${query}`}`, {
    method,
    headers: {
      'x-amz-date': headers['x-amz-date'],
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      authorization: `AWS4-HMAC-SHA256 Credential=${root.accessKeyId}/20260301/${region}/${service}/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`,
      ...options.headers,
    },
    ...(method !== 'GET' && { body }),
  })
}
