/** The kinds of shape a wire format tells apart. */
import type { NormalizedSchema } from '@smithy/core/schema'

export type Kind =
  | 'structure'
  | 'list'
  | 'map'
  | 'string'
  | 'boolean'
  | 'number'
  | 'bigInteger'
  | 'bigDecimal'
  | 'timestamp'
  | 'blob'
  | 'document'
  | 'unit'

/** The kind of a schema from an AWS client. Throws on one that this Smithy version's schemas don't have. */
export const kindOf = (schema: NormalizedSchema): Kind => {
  if (schema.isUnitSchema()) return 'unit'
  if (schema.isStructSchema()) return 'structure'
  if (schema.isListSchema()) return 'list'
  if (schema.isMapSchema()) return 'map'
  if (schema.isStringSchema()) return 'string'
  if (schema.isBooleanSchema()) return 'boolean'
  if (schema.isNumericSchema()) return 'number'
  if (schema.isTimestampSchema()) return 'timestamp'
  if (schema.isBlobSchema()) return 'blob'
  if (schema.isBigIntegerSchema()) return 'bigInteger'
  if (schema.isBigDecimalSchema()) return 'bigDecimal'
  if (schema.isDocumentSchema()) return 'document'
  throw new Error(`a schema of no known kind: ${schema.getName(true)}`)
}
