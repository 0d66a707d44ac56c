/** Random values of any shape of an AWS model, reproducible by seed. */
import type { NormalizedSchema } from '@smithy/core/schema'
import { kindOf } from '../../../src/sandbox/wire/kind.ts'
import { membersOf } from '../../../src/sandbox/wire/members.ts'

/** Draws numbers in [0, 1), the same ones for the same seed (mulberry32). */
export const seeded = (seed: number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const pieces = [
  '',
  'a',
  'B-7',
  ' ',
  '&amp;',
  '<x/>',
  ']]>',
  '"',
  "'",
  'ü',
  '日本',
  '\u{1F98A}',
  '\r',
  'x\ny',
  '\u0085',
  '=',
  '%20',
]

/** A value of the schema; optional members are left out at random, and below `depth` levels all of them. Lists have `fewest` items. */
export const madeValue = (schema: NormalizedSchema, random: () => number, depth = 6, fewest = 0): unknown => {
  const below = (limit: number) => Math.floor(random() * limit)
  const text = () => Array.from({ length: below(5) }, () => pieces[below(pieces.length)]).join('')
  switch (kindOf(schema)) {
    case 'unit':
      return {}
    case 'structure':
      return Object.fromEntries(
        membersOf(schema)
          .filter(member => member.required || (depth > 0 && random() < 0.6))
          .map(member => [member.name, madeValue(member.schema, random, depth - 1, member.required ? 1 : 0)]),
      )
    case 'list':
      return Array.from({ length: fewest + below(4) }, () => madeValue(schema.getValueSchema(), random, depth - 1))
    case 'map':
      return Object.fromEntries(
        Array.from({ length: below(4) }, (_, index) => [
          `key ${index} ${text()}`,
          madeValue(schema.getValueSchema(), random, depth - 1),
        ]),
      )
    case 'string':
      return text()
    case 'boolean':
      return random() < 0.5
    case 'number':
      return random() < 0.5 ? below(2 ** 31) : (below(1000) + 1) / -8
    case 'timestamp':
      return new Date(below(2 ** 31) * 1000 + below(1000))
    case 'blob':
      return new Uint8Array(Array.from({ length: below(9) }, () => below(256)))
    default:
      throw new Error(`no values for ${schema.getName(true)}`)
  }
}
