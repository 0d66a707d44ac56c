import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A key as its owner has it: `amg_`, its public ID, and 32 random bytes. */
export type ApiKey = { readonly id: string; readonly text: string; readonly hash: Buffer }

const form = /^amg_([a-z0-9]{10})_[\w-]{43}$/
const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** A new key. Only its hash is ever stored. */
export const createApiKey = (): ApiKey => {
  const id = [...randomBytes(10)].map(byte => letters[byte % letters.length]).join('')
  const text = `amg_${id}_${randomBytes(32).toString('base64url')}`
  return { id, text, hash: hashOf(text) }
}

export const looksLikeApiKey = (credentials: string): boolean => credentials.startsWith('amg_')

/** The ID of a key; undefined where the text has not the form of one. */
export const apiKeyId = (text: string): string | undefined => form.exec(text)?.[1]

/** Takes the same time whatever is different. */
export const isSameKey = (text: string, hash: Buffer): boolean => timingSafeEqual(hashOf(text), hash)

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()
