/**
 * Writes any output shape of the XML protocols. A schema is compiled once into nested writers that build strings:
 * benchmarks read millions of rows through here, and walking the schema for every value would cost more than the call.
 */
import type { NormalizedSchema } from '@smithy/core/schema'
import { kindOf } from './kind.ts'
import { membersOf } from './members.ts'
import { formatTimestamp, timestampFormat } from './timestamp.ts'
import { xmlText } from './xml-text.ts'

type Write = (value: unknown) => string

const structures = new WeakMap<object, Write>()

/**
 * The XML of a structure's members, without an element around them. Members that are null or undefined are left out;
 * empty lists, maps and strings become empty elements. Throws on a value that is not of its schema's type.
 */
export const writeXmlMembers = (structure: NormalizedSchema, value: object): string => structureWriter(structure)(value)

const structureWriter = (structure: NormalizedSchema): Write => {
  const key = structure.getSchema() as unknown as object
  const compiled = structures.get(key)
  if (compiled) return compiled

  // Registered before the members are compiled, because shapes may contain themselves
  let fields: { name: string; write: Write }[] = []
  const write: Write = value => {
    const members = value as Record<string, unknown>
    let xml = ''
    for (const field of fields) {
      const member = members[field.name]
      if (member !== undefined && member !== null) xml += field.write(member)
    }
    return xml
  }
  structures.set(key, write)
  fields = membersOf(structure).map(member => ({
    name: member.name,
    write: elementWriter(member.schema, member.xmlName ?? member.name, member.flattened),
  }))
  return write
}

const elementWriter = (schema: NormalizedSchema, element: string, flattened = false): Write => {
  const open = `<${element}>`
  const close = `</${element}>`
  const empty = `<${element}/>`
  if (flattened && schema.isListSchema()) return itemsWriter(schema, element)
  if (flattened && schema.isMapSchema()) return entriesWriter(schema, element)
  const write = contentWriter(schema)
  return value => {
    const content = write(value)
    return content === '' ? empty : open + content + close
  }
}

const contentWriter = (schema: NormalizedSchema): Write => {
  switch (kindOf(schema)) {
    case 'structure':
      return structureWriter(schema)
    case 'list':
      return itemsWriter(schema, schema.getValueSchema().getMergedTraits().xmlName ?? 'member')
    case 'map':
      return entriesWriter(schema, 'entry')
    case 'boolean':
      return value => (value ? 'true' : 'false')
    case 'timestamp': {
      const format = timestampFormat(schema, 'date-time')
      return value => formatTimestamp(value as Date, format)
    }
    case 'blob':
      return value => Buffer.from(value as Uint8Array).toString('base64')
    case 'number':
    case 'bigInteger':
    case 'bigDecimal':
      return value => String(value)
    case 'string':
      return value => xmlText(value as string)
    default:
      throw new Error(`XML has no form for ${schema.getName(true)}`)
  }
}

const itemsWriter = (list: NormalizedSchema, element: string): Write => {
  const write = elementWriter(list.getValueSchema(), element)
  return value => {
    let xml = ''
    for (const item of value as Iterable<unknown>) if (item !== undefined && item !== null) xml += write(item)
    return xml
  }
}

const entriesWriter = (map: NormalizedSchema, element: string): Write => {
  const writeKey = elementWriter(map.getKeySchema(), map.getKeySchema().getMergedTraits().xmlName ?? 'key')
  const writeValue = elementWriter(map.getValueSchema(), map.getValueSchema().getMergedTraits().xmlName ?? 'value')
  return value => {
    let xml = ''
    for (const [key, item] of Object.entries(value as object)) {
      if (item !== undefined && item !== null) xml += `<${element}>${writeKey(key)}${writeValue(item)}</${element}>`
    }
    return xml
  }
}
