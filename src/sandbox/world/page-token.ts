import { createHash } from 'node:crypto'

/**
 * An opaque page token: it says after which key the next page starts, so that a page stays right while items come and
 * go. Bound to its operation, as AWS's tokens are.
 */
export const pageToken = (operation: string, key: string): string =>
  Buffer.from(`${seal(operation, key)}${key}`).toString('base64url')

/** The key in a page token of this operation; undefined where the text is not one. */
export const keyInPageToken = (operation: string, token: string): string | undefined => {
  const text = Buffer.from(token, 'base64url').toString()
  const key = text.slice(sealLength)
  return text.length > sealLength && text.startsWith(seal(operation, key)) ? key : undefined
}

const sealLength = 16

const seal = (operation: string, key: string) =>
  createHash('sha256').update(`${operation}\n${key}`).digest('hex').slice(0, sealLength)
