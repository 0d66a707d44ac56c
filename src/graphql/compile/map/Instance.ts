import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imageByKey } from '../../../db/images/image.ts'
import { instanceFields } from '../../../db/instances/fields.ts'
import { productCodesOfInstance } from '../../../db/product-codes/product-code.ts'
import { instancesScope } from '../../../domain/coverage-scope.ts'
import type { TypeMap } from '../compilation.ts'
import { coverage, rowValue } from '../coverage.ts'
import { facts } from '../fact.ts'
import { list, one } from '../related.ts'

export const Instance: TypeMap = {
  ...facts(instanceFields),
  account: one(namedAccount),
  image: one(imageByKey),
  productCodes: list(productCodesOfInstance),
  coverage: coverage((row, asked) => instancesScope([rowValue(row, 'accountId')], [rowValue(row, 'region')], asked)),
}
