import { namedAccount } from '../../../db/accounts/any-account.ts'
import { accountsOfCost } from '../../../db/costs/accounts-of-cost.ts'
import { costFields } from '../../../db/costs/cost.ts'
import { goldenImageByKey } from '../../../db/golden-images/golden-image.ts'
import { imageByKey } from '../../../db/images/image.ts'
import { organizationalUnitByKey } from '../../../db/organizational-units/organizational-unit.ts'
import { costsScope } from '../../../domain/coverage-scope.ts'
import type { TypeMap } from '../compilation.ts'
import { connection } from '../connection.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const Cost: TypeMap = {
  ...facts(costFields),
  account: one(namedAccount),
  organizationalUnit: one(organizationalUnitByKey),
  image: one(imageByKey),
  imageOwner: one(namedAccount, { key: { accountId: 'imageOwnerId' } }),
  goldenImage: one(goldenImageByKey),
  accounts: connection(accountsOfCost, { scope: () => costsScope }),
}
