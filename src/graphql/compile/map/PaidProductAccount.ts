import { namedAccount } from '../../../db/accounts/any-account.ts'
import { accountsOfPaidProduct } from '../../../db/paid-products/place-of-product.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const PaidProductAccount: TypeMap = { ...facts(accountsOfPaidProduct.to.fields), account: one(namedAccount) }
