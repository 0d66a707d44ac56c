import { launchableImages } from '../../../db/access/launchable-images.ts'
import { account } from '../../../db/accounts/account.ts'
import { regionsOfAccount } from '../../../db/accounts/account-region.ts'
import { costsOfAccount } from '../../../db/costs/monthly-cost.ts'
import { pipelinesOfAccount } from '../../../db/image-builder/image-pipeline.ts'
import { imagesOfAccount } from '../../../db/images/relations.ts'
import { instancesOfAccount } from '../../../db/instances/relations.ts'
import { regionsAsOf } from '../../../db/memory/account-as-of.ts'
import { organizationalUnitByKey } from '../../../db/organizational-units/organizational-unit.ts'
import { paidProductsOfAccount } from '../../../db/paid-products/paid-product.ts'
import {
  accountsScope,
  imagesScope,
  instancesScope,
  launchableImagesScope,
  paidProductsScope,
} from '../../../domain/coverage-scope.ts'
import { nowOrThen, onlyNow } from '../as-of.ts'
import type { TypeMap } from '../compilation.ts'
import { connection } from '../connection.ts'
import { coverage, rowValue } from '../coverage.ts'
import { facts } from '../fact.ts'
import { checkingMonths, monthsOrAll, monthsWith } from '../months-with.ts'
import { narrowed } from '../narrowed.ts'
import { list, one } from '../related.ts'

export const Account: TypeMap = {
  ...facts(account.fields),
  organizationalUnit: one(organizationalUnitByKey),
  regions: nowOrThen(list(regionsOfAccount), list(regionsAsOf)),
  imagePipelines: onlyNow(list(pipelinesOfAccount)),
  images: onlyNow(
    connection(imagesOfAccount, {
      scope: ({ row }, filter, used) => imagesScope([rowValue(row, 'accountId')], narrowed(filter, 'region'), used),
    }),
  ),
  instances: onlyNow(
    connection(instancesOfAccount, {
      scope: ({ row }, filter, used) => instancesScope([rowValue(row, 'accountId')], narrowed(filter, 'region'), used),
    }),
  ),
  launchableImages: onlyNow(
    connection(launchableImages, {
      with: ({ region = null }) => ({ region }),
      nodeField: 'image',
      scope: ({ row, args: { region } }, filter) =>
        launchableImagesScope(rowValue(row, 'accountId'), region ? [region as string] : narrowed(filter, 'region')),
    }),
  ),
  paidProducts: checkingMonths(
    connection(paidProductsOfAccount, { with: monthsOrAll, scope: () => paidProductsScope }),
  ),
  monthlyCosts: list(costsOfAccount, { with: monthsWith }),
  coverage: coverage((row, asked) => accountsScope([rowValue(row, 'accountId')], asked)),
}
