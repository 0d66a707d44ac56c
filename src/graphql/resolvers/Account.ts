import { launchableImages } from '../../db/access/launchable-images.ts'
import { regionsOfAccount } from '../../db/accounts/account-region.ts'
import { costsOfAccount } from '../../db/costs/monthly-cost.ts'
import { pipelinesOfAccount } from '../../db/image-builder/image-pipeline.ts'
import { imagesOfAccount } from '../../db/images/relations.ts'
import { instancesOfAccount } from '../../db/instances/relations.ts'
import { regionsAsOf } from '../../db/memory/account-as-of.ts'
import { organizationalUnitByKey } from '../../db/organizational-units/organizational-unit.ts'
import { paidProductsOfAccount } from '../../db/paid-products/paid-product.ts'
import {
  accountsScope,
  imagesScope,
  instancesScope,
  launchableImagesScope,
  narrowedTo,
  paidProductsScope,
} from '../../domain/coverage-scope.ts'
import { monthsOf } from '../../domain/month-range.ts'
import { checkIsNow } from '../as-of.ts'
import { connect } from '../connection.ts'
import { coverageOf } from '../coverage.ts'
import type { AccountResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const Account: AccountResolvers = {
  organizationalUnit: ({ organizationalUnitId }, _, { load }, info) =>
    organizationalUnitId === null
      ? null
      : load.one(organizationalUnitByKey, { organizationalUnitId }, selectionOf(info)),

  regions: ({ accountId, asOf }, _, { load }, info) =>
    asOf === undefined
      ? load.list(regionsOfAccount, { accountId }, selectionOf(info))
      : load.list(regionsAsOf, { accountId, asOf }, { ...selectionOf(info), asOf: {} }),

  imagePipelines: ({ accountId, asOf }, _, { load }, info) => {
    checkIsNow(asOf, info)
    return load.list(pipelinesOfAccount, { accountId }, selectionOf(info))
  },

  images: ({ accountId, asOf }, args, context, info) => {
    checkIsNow(asOf, info)
    return connect(context, info, imagesOfAccount, args, {
      of: { accountId },
      scope: (filter, used) => imagesScope([accountId], narrowedTo(filter, 'region'), used),
    })
  },

  instances: ({ accountId, asOf }, args, context, info) => {
    checkIsNow(asOf, info)
    return connect(context, info, instancesOfAccount, args, {
      of: { accountId },
      scope: (filter, used) => instancesScope([accountId], narrowedTo(filter, 'region'), used),
    })
  },

  launchableImages: ({ accountId, asOf }, { region = null, ...args }, context, info) => {
    checkIsNow(asOf, info)
    return connect(context, info, launchableImages, args, {
      of: { accountId },
      with: { region },
      nodeField: 'image',
      scope: filter => launchableImagesScope(accountId, region ? [region] : narrowedTo(filter, 'region')),
    })
  },

  paidProducts: ({ accountId }, { months, ...args }, context, info) =>
    connect(context, info, paidProductsOfAccount, args, {
      of: { accountId },
      with: months ? monthsOf(months) : {},
      scope: () => paidProductsScope,
    }),

  monthlyCosts: ({ accountId }, { months }, { load }, info) =>
    load.list(costsOfAccount, { accountId }, selectionOf(info), monthsOf(months)),

  coverage: ({ accountId, asked = [] }, _, context) => coverageOf(context, accountsScope([accountId], asked)),
}
