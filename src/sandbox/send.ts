/** Puts an answer on the wire, with whatever was ordered to go wrong on the way. */
import type { ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'
import type { WireResponse } from './wire/service.ts'

/** On every answer: nobody shall take the sandbox for AWS. */
export const sandboxHeader = { 'x-amigraph-sandbox': 'made-up data' }

/** Sends the answer, or what its fault makes of it: a page, half of it, a reset connection, or nothing at all. */
export const send = (to: ServerResponse, { response, requestId, fault }: Answer): void => {
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'reset') {
    to.socket?.resetAndDestroy()
    return
  }
  const { status, contentType, headers, body } = spoiled(response, fault?.kind)
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  to.writeHead(status, {
    'content-type': contentType,
    'content-length': bytes.length,
    'x-amzn-requestid': requestId,
    ...headers,
    ...sandboxHeader,
  })
  // An object's length is told with it: what is missing can only be a connection that broke
  if (fault?.kind === 'truncatedXml' && Number(headers?.['content-length'] ?? 0) > bytes.length)
    to.write(bytes, () => to.destroy())
  else to.end(bytes)
}

type Spoiling = 'html500' | 'html200' | 'truncatedXml' | 'wrongContentType'

const spoiled = (response: WireResponse, how: Spoiling | undefined): WireResponse => {
  switch (how) {
    case 'html500':
      return { status: 500, contentType: 'text/html', body: html('500 Internal Server Error') }
    case 'html200':
      return { status: 200, contentType: 'text/html', body: html('Please sign in to the network') }
    case 'truncatedXml':
      return { ...response, body: response.body.slice(0, Math.floor(response.body.length / 2)) }
    case 'wrongContentType':
      return { ...response, contentType: 'text/plain' }
    default:
      return response
  }
}

const html = (title: string) =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`
