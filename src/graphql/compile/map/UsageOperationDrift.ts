import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imageByKey } from '../../../db/images/image.ts'
import { instanceByKey } from '../../../db/instances/instance.ts'
import { usageOperationDrift } from '../../../db/usage-operation-drifts/usage-operation-drift.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const UsageOperationDrift: TypeMap = {
  ...facts(usageOperationDrift.fields),
  account: one(namedAccount),
  payer: one(namedAccount, { key: { accountId: 'payerAccountId' } }),
  instance: one(instanceByKey),
  image: one(imageByKey),
}
