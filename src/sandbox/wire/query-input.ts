/** Reads the input of a Query protocol's operation from its parameters, by the input's schema. */
import type { NormalizedSchema } from '@smithy/core/schema'
import { NumericValue } from '@smithy/core/serde'
import { kindOf } from './kind.ts'
import { type Member, membersOf } from './members.ts'
import { numbered, type Parameters } from './parameters.ts'
import type { Refusals } from './refusals.ts'
import { parseTimestamp, timestampFormat } from './timestamp.ts'
import { isXmlText } from './xml-text.ts'

/**
 * How parameters are named. EC2 knows members by `ec2QueryName`, else by their capitalized name, and numbers every
 * list directly; the other Query services put `.member.` (or the item's name) before the number.
 */
export type QueryDialect = 'ec2' | 'query'

/**
 * The input structure, in the SDK's shapes. Throws `missingParameter` for a required member that is absent,
 * `invalidParameter` for a text that is not of its type, and `unknownParameter` where the service checks for those.
 */
export const readQueryInput = (
  input: NormalizedSchema,
  parameters: Parameters,
  dialect: QueryDialect,
  refusals: Refusals,
): Record<string, unknown> => {
  const readStructure = (structure: NormalizedSchema, node: Parameters, path: string) => {
    const value: Record<string, unknown> = {}
    const members = membersOf(structure)
    for (const member of members) {
      const name = wireName(member, dialect)
      const child = node.children.get(name)
      if (child) value[member.name] = read(member.schema, child, path + name, member.flattened)
      else if (member.required) throw refusals.missingParameter(path + name)
    }
    if (refusals.unknownParameter) {
      const names = new Set(members.map(member => wireName(member, dialect)))
      for (const name of node.children.keys()) if (!names.has(name)) throw refusals.unknownParameter(path + name)
    }
    return value
  }

  const readList = (list: NormalizedSchema, node: Parameters, path: string, flattened: boolean) => {
    const item = list.getValueSchema()
    const prefix = dialect === 'ec2' || flattened ? undefined : (item.getMergedTraits().xmlName ?? 'member')
    const items = prefix === undefined ? node : node.children.get(prefix)
    if (!items) return []
    const at = prefix === undefined ? path : `${path}.${prefix}`
    return numbered(items).map(([number, child]) => read(item, child, `${at}.${number}`, false))
  }

  const readMap = (map: NormalizedSchema, node: Parameters, path: string, flattened: boolean) => {
    const keyName = map.getKeySchema().getMergedTraits().xmlName ?? 'key'
    const valueName = map.getValueSchema().getMergedTraits().xmlName ?? 'value'
    const entries = flattened ? node : node.children.get('entry')
    return Object.fromEntries(
      (entries ? numbered(entries) : []).map(([number, entry]) => {
        const at = `${path}.${number}`
        const key = entry.children.get(keyName)?.value
        const value = entry.children.get(valueName)
        if (key === undefined) throw refusals.missingParameter(`${at}.${keyName}`)
        if (!value) throw refusals.missingParameter(`${at}.${valueName}`)
        return [key, read(map.getValueSchema(), value, `${at}.${valueName}`, false)]
      }),
    )
  }

  const read = (schema: NormalizedSchema, node: Parameters, path: string, flattened: boolean): unknown => {
    const kind = kindOf(schema)
    if (kind === 'structure') return readStructure(schema, node, `${path}.`)
    if (kind === 'list') return readList(schema, node, path, flattened)
    if (kind === 'map') return readMap(schema, node, path, flattened)
    const text = node.value
    if (text === undefined) throw refusals.invalidParameter(path, '')
    const value = readScalar(schema, text)
    if (value === undefined) throw refusals.invalidParameter(path, text)
    return value
  }

  return readStructure(input, parameters, '')
}

/** The name a member of an input goes by on the wire. */
const wireName = (member: Member, dialect: QueryDialect) => {
  if (dialect === 'query') return member.xmlName ?? member.name
  const name = member.xmlName ?? member.name
  return member.ec2QueryName ?? name.charAt(0).toUpperCase() + name.slice(1)
}

/** Undefined where the text is not of the schema's type. */
const readScalar = (schema: NormalizedSchema, text: string): unknown => {
  switch (kindOf(schema)) {
    case 'string':
      // The answer to this request could not hold the text either
      return isXmlText(text) ? text : undefined
    case 'boolean':
      return { true: true, false: false, '1': true, '0': false }[text.toLowerCase()]
    case 'number': {
      const number = Number(text)
      return text.trim() === '' || Number.isNaN(number) ? undefined : number
    }
    case 'bigInteger':
      return /^-?\d+$/.test(text) ? BigInt(text) : undefined
    case 'bigDecimal':
      return /^-?\d+(\.\d+)?$/.test(text) ? new NumericValue(text, 'bigDecimal') : undefined
    case 'timestamp':
      return parseTimestamp(text, timestampFormat(schema, 'date-time'))
    case 'blob':
      return /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? new Uint8Array(Buffer.from(text, 'base64')) : undefined
    default:
      return undefined
  }
}
