import type { Random } from './random.ts'

const hex32 = (random: Random) => random.bits().toString(16).padStart(8, '0')

/** An EC2 resource ID of today's length, e.g. `ami-0` and 16 hexadecimal digits. */
export const resourceId = (prefix: string, random: Random): string => `${prefix}-0${hex32(random)}${hex32(random)}`

const alphabet = [...'abcdefghijklmnopqrstuvwxyz0123456789']

/** Lower-case letters and digits, as organizations, organizational units and product codes use them. */
export const letters = (length: number, random: Random): string => {
  let text = ''
  while (text.length < length) text += random.pick(alphabet)
  return text
}

export const digits = (length: number, random: Random): string => {
  let text = ''
  while (text.length < length) text += random.below(10)
  return text
}

/** A version 4 UUID, the form of KMS key IDs. */
export const uuid = (random: Random): string => {
  const text = hex32(random) + hex32(random) + hex32(random) + hex32(random)
  const variant = '89ab'[random.below(4)]
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    `4${text.slice(13, 16)}`,
    `${variant}${text.slice(17, 20)}`,
    text.slice(20, 32),
  ].join('-')
}
