import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

/** What Node says of a request that is not HTTP, or not in time; there is neither request nor reply, only the socket. */
export const answerBrokenRequest = (error: NodeJS.ErrnoException, socket: Socket): void => {
  // What still comes over a connection that is being closed is broken as well.
  if (socket.destroyed || socket.writableEnded) return
  if (socket.writable && !isAnswered(socket)) {
    const [status, code, message] = answers[error.code ?? ''] ?? answers['']
    const body = JSON.stringify({ errors: [{ message, extensions: { code } }] })
    socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        'content-type: application/json; charset=utf-8',
        `content-length: ${Buffer.byteLength(body)}`,
        'connection: close',
        '',
        body,
      ].join('\r\n'),
    )
  }
  socket.destroySoon()
}

/** Whether an answer is on its way already, which another one would run into: what is broken came after its request. */
const isAnswered = (socket: Socket & { readonly _httpMessage?: ServerResponse | null }): boolean =>
  socket._httpMessage?.headersSent === true

type Answer = readonly [status: number, code: string, message: string]

const answers: Readonly<Record<string, Answer>> & { readonly '': Answer } = {
  '': [400, 'BAD_REQUEST', 'The request is not HTTP/1.1'],
  HPE_HEADER_OVERFLOW: [431, 'BAD_REQUEST', 'The URL and the headers have more than 16 KiB'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'PAYLOAD_TOO_LARGE', "The extensions of the body's chunks are too long"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'REQUEST_TIMEOUT', 'The request did not arrive in time'],
}
