/** Timestamps as the three Smithy formats write them. */
import type { NormalizedSchema } from '@smithy/core/schema'

export type TimestampFormat = 'date-time' | 'http-date' | 'epoch-seconds'

/** The schema's own format where the model fixes one, else the protocol's. */
export const timestampFormat = (schema: NormalizedSchema, ofProtocol: TimestampFormat): TimestampFormat => {
  switch (schema.getSchema()) {
    case 5:
      return 'date-time'
    case 6:
      return 'http-date'
    case 7:
      return 'epoch-seconds'
    default:
      return ofProtocol
  }
}

/** Milliseconds stay in `date-time`, as EC2 writes them (`2026-01-31T12:00:00.000Z`). */
export const formatTimestamp = (value: Date, format: TimestampFormat): string => {
  if (format === 'date-time') return value.toISOString()
  if (format === 'http-date') return value.toUTCString()
  return String(value.getTime() / 1000)
}

/** Undefined where the text is no date in this format. Whatever the format, clients may send epoch seconds. */
export const parseTimestamp = (text: string, format: TimestampFormat): Date | undefined => {
  const isSeconds = format === 'epoch-seconds' || /^-?\d+(\.\d+)?$/.test(text)
  const date = isSeconds ? new Date(Number(text) * 1000) : new Date(text)
  return text === '' || Number.isNaN(date.getTime()) ? undefined : date
}
