import { hash } from 'node:crypto'

/** Names a text. Weak, because compression changes the bytes that are sent. */
export const etagOf = (text: string): string => `W/"${hash('sha1', text, 'base64url')}"`

/** Whether the client has it already, by its If-None-Match header. */
export const isKnown = (etag: string, ifNoneMatch: string | undefined): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some(known => bare(known) === bare(etag)))

/** If-None-Match compares weakly (RFC 9110). */
const bare = (etag: string): string => etag.trim().replace(/^W\//, '')
