/** Reads an operation's input from a JSON body, by the input's schema. */
import type { NormalizedSchema } from '@smithy/core/schema'
import { kindOf } from './kind.ts'
import { membersOf } from './members.ts'
import type { Refusals } from './refusals.ts'
import { parseTimestamp, timestampFormat } from './timestamp.ts'

/**
 * The input in the SDK's shapes; members the schema does not know are ignored, null counts as absent. REST JSON has
 * names of its own for members, and sends those of `elsewhere` outside the body. Throws `missingParameter` and
 * `invalidParameter`.
 */
export const readJsonInput = (
  input: NormalizedSchema,
  body: unknown,
  refusals: Refusals,
  elsewhere?: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const readStructure = (structure: NormalizedSchema, json: object, path: string) => {
    const value: Record<string, unknown> = {}
    for (const member of membersOf(structure)) {
      const key = elsewhere ? member.jsonName : member.name
      const isSent = !elsewhere || inBody.has(member.place.in)
      const item: unknown = isSent && Object.hasOwn(json, key) ? Reflect.get(json, key) : undefined
      if (structure === input && elsewhere?.[member.name] !== undefined) value[member.name] = elsewhere[member.name]
      else if (item !== undefined && item !== null) value[member.name] = read(member.schema, item, path + member.name)
      else if (member.required) throw refusals.missingParameter(path + member.name)
    }
    return value
  }

  const read = (schema: NormalizedSchema, json: unknown, path: string): unknown => {
    const value = readAs(schema, json, path)
    if (value === undefined) throw refusals.invalidParameter(path, JSON.stringify(json) ?? '')
    return value
  }

  const readAs = (schema: NormalizedSchema, json: unknown, path: string): unknown => {
    switch (kindOf(schema)) {
      case 'structure':
        return isObject(json) ? readStructure(schema, json, `${path}.`) : undefined
      case 'list':
        if (!Array.isArray(json)) return undefined
        return json.map((item, index) => read(schema.getValueSchema(), item, `${path}.${index + 1}`))
      case 'map':
        if (!isObject(json)) return undefined
        return Object.fromEntries(
          Object.entries(json).map(([key, item]) => [key, read(schema.getValueSchema(), item, `${path}.${key}`)]),
        )
      case 'string':
        return typeof json === 'string' ? json : undefined
      case 'boolean':
        return typeof json === 'boolean' ? json : undefined
      case 'number':
        return typeof json === 'number' ? json : undefined
      case 'timestamp':
        return typeof json === 'number' || typeof json === 'string'
          ? parseTimestamp(String(json), timestampFormat(schema, 'epoch-seconds'))
          : undefined
      case 'blob':
        return typeof json === 'string' ? new Uint8Array(Buffer.from(json, 'base64')) : undefined
      case 'document':
        return json
      default:
        return undefined
    }
  }

  if (!isObject(body)) throw refusals.malformed()
  return readStructure(input, body, '')
}

const inBody: ReadonlySet<string> = new Set(['body', 'payload'])

const isObject = (json: unknown): json is object => typeof json === 'object' && json !== null && !Array.isArray(json)
