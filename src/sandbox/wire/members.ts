/** A structure's members with what every wire format asks about them, worked out once a schema. */
import type { NormalizedSchema } from '@smithy/core/schema'
import { type Kind, kindOf } from './kind.ts'

export type Member = {
  /** As the SDK's own shapes name it */
  name: string
  schema: NormalizedSchema
  kind: Kind
  required: boolean
  xmlName: string | undefined
  ec2QueryName: string | undefined
  /** Lists and maps without an element around them */
  flattened: boolean
}

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
        xmlName: traits.xmlName,
        ec2QueryName: traits.ec2QueryName as string | undefined,
        flattened: Boolean(traits.xmlFlattened),
      }
    })
    known.set(schema, members)
  }
  return members
}
