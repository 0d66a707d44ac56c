/** Shapes as the JSON protocols send them. */
import type { NormalizedSchema } from '@smithy/core/schema'
import { kindOf } from './kind.ts'
import { membersOf } from './members.ts'
import { formatTimestamp, timestampFormat } from './timestamp.ts'

/**
 * A value that JSON.stringify writes as the protocol wants it: dates as epoch seconds, blobs in base64. Members are
 * named as in the model, or by the names that REST JSON has for them.
 */
export const toJson = (schema: NormalizedSchema, value: unknown, names: 'name' | 'jsonName' = 'name'): unknown => {
  if (value === undefined || value === null) return undefined
  switch (kindOf(schema)) {
    case 'structure': {
      const source = value as Record<string, unknown>
      const json: Record<string, unknown> = {}
      for (const member of membersOf(schema)) {
        const item = source[member.name]
        if (item !== undefined && item !== null) json[member[names]] = toJson(member.schema, item, names)
      }
      return json
    }
    case 'list':
      return Array.from(value as Iterable<unknown>, item => toJson(schema.getValueSchema(), item, names) ?? null)
    case 'map':
      return Object.fromEntries(
        Object.entries(value as object).map(([key, item]) => [key, toJson(schema.getValueSchema(), item, names)]),
      )
    case 'timestamp': {
      const format = timestampFormat(schema, 'epoch-seconds')
      const date = value as Date
      return format === 'epoch-seconds' ? date.getTime() / 1000 : formatTimestamp(date, format)
    }
    case 'blob':
      return Buffer.from(value as Uint8Array).toString('base64')
    case 'bigInteger':
    case 'bigDecimal':
      return Number(value)
    default:
      return value
  }
}
