import { z } from 'zod'
import type { GoldenFamily } from '../domain/golden-family.ts'
import { json } from './json.ts'

const family = z.strictObject({
  family: z.string().min(1).max(128),
  owner: z.string().regex(/^\d{12}$/),
  name: z.string().min(1).max(128),
  tag: z
    .strictObject({ key: z.string().min(1), value: z.string().nullable().default(null) })
    .nullable()
    .default(null),
})

const families = z
  .array(family)
  .refine(all => new Set(all.map(one => one.family)).size === all.length, { message: 'a family is named twice' })

/** The JSON of `AMIGRAPH_GOLDEN_IMAGES`. */
export const goldenImages: z.ZodType<GoldenFamily[], string> = json(families)
