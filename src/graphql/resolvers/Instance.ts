import { imageByKey } from '../../db/images/image.ts'
import { productCodesOfInstance } from '../../db/product-codes/product-code.ts'
import { instancesScope } from '../../domain/coverage-scope.ts'
import { coverageOf } from '../coverage.ts'
import { loadAccount } from '../load-account.ts'
import type { InstanceResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const Instance: InstanceResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),

  image: ({ region, imageId }, _, { load }, info) => load.one(imageByKey, { region, imageId }, selectionOf(info)),

  productCodes: ({ accountId, region, instanceId }, _, { load }, info) =>
    load.list(productCodesOfInstance, { accountId, region, instanceId }, selectionOf(info)),

  coverage: ({ accountId, region, asked = [] }, _, context) =>
    coverageOf(context, instancesScope([accountId], [region], asked)),
}
