import { z } from 'zod'

/** A setting that is JSON. */
export const json = <Value>(value: z.ZodType<Value>) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(value as z.ZodType<Value, unknown>)
