import {
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
} from 'graphql'
import { accounts, images, regions } from '../../support/inventory.ts'
import type { Random } from './random.ts'

const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Texts that somebody else's software has stumbled over. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  "'",
  "'; drop table images; --",
  "' or '1'='1",
  "') or pg_sleep(30) is not null --",
  "\\'; select 1; --",
  '$1',
  '$$; select 1; $$',
  '%',
  '_',
  '\\',
  '\\\\',
  '*'.repeat(2000),
  `${'*a'.repeat(500)}*`,
  '?'.repeat(2000),
  '(a+)+$',
  '[[:<:]]',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\ufeff',
  '\u202e',
  '𝒳☃\u0301',
  'x'.repeat(100_000),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e400',
  '{}',
  '[]',
  '$'.concat('{7*7}'),
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  images.private,
  accounts.golden,
  regions.frankfurt,
  'eu-central-1',
  'ou-main-work0000',
  'r-main',
  'ami-00000000000000000000000000',
  `Image:eu-central-1:${images.private}`,
  'Image:eu-central-1:',
  'Image::',
  'Image:__proto__:constructor',
  Buffer.from(`Image:eu-central-1:${images.private}`).toString('base64'),
  'SW1hZ2U6',
  'infinity',
  '-infinity',
  '2026-02-30T00:00:00Z',
  '2026-01-01T00:00:00.123456789Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  '2026-01-01T24:00:00Z',
  '2026-12-31T23:59:60Z',
  '2026-01-01T00:00:00+99:99',
  cursor(['CREATION_DATE', 'infinity', 'a', 'b']),
  cursor(['CREATION_DATE', '-infinity', "'; select 1", 'b']),
  cursor(['CREATION_DATE', '2026-02-30T00:00:00Z', 'a', 'b']),
  cursor(['CREATION_DATE', '0000-01-01T00:00:00Z', 'a', 'b']),
  cursor(['CREATION_DATE', '2026-01-01T00:00:00+99:99', 'a', 'b']),
  cursor(['CREATION_DATE', '2026-01-01T24:00:00Z', 'a', 'b']),
  cursor(['IMAGE_ID', 'a\u0000', 'b']),
  cursor(['IMAGE_ID', '\ud800', 'b']),
  cursor(['IMAGE_ID', { toString: 1 }, 'b']),
  cursor(['ACCOUNT_ID', "' or 1=1"]),
  cursor(['VOLUME_SIZE', 2 ** 31, 'a', 'b']),
  cursor(['VOLUME_SIZE', -(2 ** 31), 'a', 'b']),
  cursor(['VOLUME_SIZE', 2147483647, 'a', 'b']),
  cursor(['__proto__', 'a', 'b']),
  cursor(['constructor', 'a', 'b']),
  cursor([[[[[]]]]]),
  cursor(null),
  cursor({ length: 3 }),
  `${'W1'.repeat(1500)}`,
]

const hostileNumbers = [0, 1, -1, 2, 50, 1000, 1001, 2147483647, -2147483648, 2147483648, 1e300, 0.5, -0]

/** Anything JSON can say, whatever the type. */
export const anything = (random: Random, depth = 0): unknown => {
  const kind = random.below(depth > 3 ? 5 : 8)
  if (kind === 0) return null
  if (kind === 1) return random.chance(0.5)
  if (kind === 2) return random.pick(hostileNumbers)
  if (kind <= 4) return random.pick(hostileTexts)
  if (kind === 5) return Array.from({ length: random.below(5) }, () => anything(random, depth + 1))
  const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'length', 'then', 'eq', 'in', 'first', 'a']
  return Object.fromEntries(
    Array.from({ length: random.below(5) }, () => [random.pick(keys), anything(random, depth + 1)]),
  )
}

/** A value that is mostly of the type, with hostile content. */
export const valueOfType = (type: GraphQLInputType, random: Random, depth = 0): unknown => {
  if (random.chance(0.03)) return anything(random)
  if (isNonNullType(type)) return valueOfType(type.ofType, random, depth)
  if (random.chance(0.05)) return null
  if (isListType(type)) {
    // Long lists of leaves only: lists of filters of filters would keep whoever makes them busy, not the server.
    const length = isLeafType(getNamedType(type)) && random.chance(0.02) ? 1500 : random.below(depth > 4 ? 1 : 4)
    return Array.from({ length }, () => valueOfType(type.ofType, random, depth + 1))
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
    const chosen = fields.filter(
      field => isRequiredInputField(field) || random.chance(depth > 4 ? 0 : 2 / fields.length),
    )
    return Object.fromEntries(chosen.map(field => [field.name, valueOfType(field.type, random, depth + 1)]))
  }
  if (!isScalarType(type)) return null
  if (type.name === 'Int' || type.name === 'Float') return random.pick(hostileNumbers)
  if (type.name === 'Boolean') return random.chance(0.5)
  if (type.name === 'Region') return random.chance(0.7) ? regions.frankfurt : random.pick(hostileTexts)
  if (type.name === 'AccountId') return random.chance(0.7) ? accounts.golden : random.pick(hostileTexts)
  if (type.name === 'DateTime') return random.chance(0.5) ? '2026-01-01T00:00:00Z' : random.pick(hostileTexts)
  return random.pick(hostileTexts)
}
