/** A structure's members with what every wire format asks about them, worked out once a schema. */
import type { NormalizedSchema } from '@smithy/core/schema'
import { type Kind, kindOf } from './kind.ts'

export type Member = {
  /** As the SDK's own shapes name it */
  name: string
  schema: NormalizedSchema
  kind: Kind
  required: boolean
  /** Where the REST protocols send it */
  place: Place
  /** As the REST JSON protocol names it in a body */
  jsonName: string
  xmlName: string | undefined
  ec2QueryName: string | undefined
  /** Lists and maps without an element around them */
  flattened: boolean
}

/** Of the HTTP message: its body member by member, or one of the others under a name of its own. */
export type Place =
  | { in: 'body' | 'payload' | 'label' | 'status' | 'queryParams' }
  | { in: 'query' | 'header' | 'prefixHeaders'; name: string }

const known = new WeakMap<object, Member[]>()

/** The members of a structure schema in the model's order. */
export const membersOf = (structure: NormalizedSchema): Member[] => {
  const schema = structure.getSchema() as unknown as { 6?: number }
  let members = known.get(schema)
  if (!members) {
    // The model puts required members first and keeps only their number
    const requiredCount = schema[6] ?? 0
    members = [...structure.structIterator()].map(([name, member], index) => {
      const traits = member.getMergedTraits()
      return {
        name,
        schema: member,
        kind: kindOf(member),
        required: index < requiredCount,
        place: placeOf(traits),
        jsonName: (traits.jsonName as string | undefined) ?? name,
        xmlName: traits.xmlName,
        ec2QueryName: traits.ec2QueryName as string | undefined,
        flattened: Boolean(traits.xmlFlattened),
      }
    })
    known.set(schema, members)
  }
  return members
}

type Traits = ReturnType<NormalizedSchema['getMergedTraits']>

const placeOf = (traits: Traits): Place => {
  if (traits.httpQuery !== undefined) return { in: 'query', name: traits.httpQuery }
  if (traits.httpHeader !== undefined) return { in: 'header', name: traits.httpHeader.toLowerCase() }
  if (traits.httpPrefixHeaders !== undefined)
    return { in: 'prefixHeaders', name: traits.httpPrefixHeaders.toLowerCase() }
  if (traits.httpLabel) return { in: 'label' }
  if (traits.httpPayload) return { in: 'payload' }
  if (traits.httpQueryParams) return { in: 'queryParams' }
  return { in: traits.httpResponseCode ? 'status' : 'body' }
}
