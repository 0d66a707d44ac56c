import { z } from 'zod'
import type { GoldenFamily } from '../domain/golden-family.ts'
import { json } from './json.ts'

const ofAnyFamily = {
  family: z.string().min(1).max(128),
  tag: z
    .strictObject({ key: z.string().min(1), value: z.string().nullable().default(null) })
    .nullable()
    .default(null),
}
const owner = z.string().regex(/^\d{12}$/)
const name = z.string().min(1).max(128)

const named = z
  .strictObject({ ...ofAnyFamily, owner, name })
  .transform((one): GoldenFamily => ({ ...one, watermark: null }))

/** Only the account that the key names can have attached it: its images are meant unless another owner is named. */
const watermarked = z
  .strictObject({
    ...ofAnyFamily,
    watermark: z.string().regex(/^\d{12}:[A-Za-z0-9 ()[\]./\-'@_]{3,128}$/),
    owner: owner.optional(),
    name: name.default('*'),
  })
  .transform((one): GoldenFamily => ({ ...one, owner: one.owner ?? one.watermark.slice(0, 12) }))

const family = z.union([watermarked, named])

const families = z
  .array(family)
  .refine(all => new Set(all.map(one => one.family)).size === all.length, { message: 'a family is named twice' })

/** The JSON of `AMIGRAPH_GOLDEN_IMAGES`. */
export const goldenImages: z.ZodType<GoldenFamily[], string> = json(families)
