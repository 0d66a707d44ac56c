import { z } from 'zod'
import type { ConfiguredTitle } from '../domain/product-title.ts'
import { json } from './json.ts'

/** The JSON of `AMIGRAPH_PRODUCT_TITLES`: titles by product code. */
export const productTitles: z.ZodType<ConfiguredTitle[], string> = json(
  z.record(z.string().min(1).max(128), z.string().min(1).max(512)),
).transform(titles => Object.entries(titles).map(([productCode, title]) => ({ productCode, title })))
