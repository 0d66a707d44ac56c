import { parseCrontab } from 'graphile-worker'
import { z } from 'zod'
import { parseBillsLocation } from './bills-location.ts'
import { isLoopback } from './loopback.ts'

/** What a setting's text may be and what becomes of it: one schema a kind of value, text in, value out. */
export type Value<Output> = z.ZodType<Output, string>

/** Non-empty text that matches the pattern. */
export const text = (pattern: RegExp) => z.string().regex(pattern)

/** A whole number within bounds, written in decimal digits only: no `1e3`, no `0x10`, no sign. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))

/** One of a few words. */
export const oneOf = <const Word extends string>(words: readonly Word[]) => z.enum(words)

/** Items separated by commas; spaces around them and repetitions don't count. Empty text is an empty list. */
export const listOf = (pattern: RegExp) =>
  z
    .string()
    .transform(list => [...new Set(list.split(',').map(item => item.trim()))].filter(item => item !== ''))
    .pipe(z.array(z.string().regex(pattern)))

/** Sizes of AWS's token buckets: `service:Action=capacity/refill a second`, separated by commas; `*` is every action. */
export const bucketSizes = listOf(
  /^[a-z0-9-]+:(\*|[A-Za-z0-9]+)=[1-9]\d{0,5}\/(?!0+(\.0+)?$)\d{1,6}(\.\d{1,3})?$/,
).transform(sizes =>
  Object.fromEntries(
    sizes.map(size => {
      const [name = '', numbers = ''] = size.split('=')
      const [capacity = 0, refillPerSecond = 0] = numbers.split('/').map(Number)
      return [name, { capacity, refillPerSecond }]
    }),
  ),
)

/** The ARN of an IAM role. */
export const roleArn = text(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/)

/** A `postgres://` or `postgresql://` connection string. */
export const postgresUrl = z.string().refine(value => {
  if (!URL.canParse(value)) return false
  return ['postgres:', 'postgresql:'].includes(new URL(value).protocol)
})

/** A URL that nobody on the way can change: https, or http on this machine. */
export const safeUrl = z.string().refine(value => {
  if (!URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
})

/** Five cron fields, as the scheduler itself understands them (no names, no `@daily`). */
export const cronSchedule = z.string().refine(value => {
  if (value.trim().split(/\s+/).length !== 5) return false
  try {
    parseCrontab(`${value.trim()} validate`)
    return true
  } catch {
    return false
  }
})

/** A path, left as it is written: what it is relative to is the reader's matter. */
export const path = z.string().refine(value => !value.includes('\0'))

/** Where bills are read from. */
export const billsLocation = z.string().transform((text, context) => {
  const location = parseBillsLocation(text)
  if (location !== null) return location
  context.addIssue({ code: 'custom', message: 'no place of bills' })
  return z.NEVER
})
