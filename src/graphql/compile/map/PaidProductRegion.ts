import { regionsOfPaidProduct } from '../../../db/paid-products/place-of-product.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const PaidProductRegion: TypeMap = facts(regionsOfPaidProduct.to.fields)
