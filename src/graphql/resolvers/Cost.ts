import { accountsOfCost } from '../../db/costs/accounts-of-cost.ts'
import { goldenImageByKey } from '../../db/golden-images/golden-image.ts'
import { imageByKey } from '../../db/images/image.ts'
import { organizationalUnitByKey } from '../../db/organizational-units/organizational-unit.ts'
import { costsScope } from '../../domain/coverage-scope.ts'
import { connect } from '../connection.ts'
import { loadAccount } from '../load-account.ts'
import type { CostResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const Cost: CostResolvers = {
  account: ({ accountId }, _, context, info) => (accountId === null ? null : loadAccount(context, accountId, info)),

  organizationalUnit: ({ organizationalUnitId }, _, { load }, info) =>
    organizationalUnitId === null
      ? null
      : load.one(organizationalUnitByKey, { organizationalUnitId }, selectionOf(info)),

  image: ({ region, imageId }, _, { load }, info) =>
    imageId === null ? null : load.one(imageByKey, { region, imageId }, selectionOf(info)),

  imageOwner: ({ imageOwnerId }, _, context, info) =>
    imageOwnerId === null ? null : loadAccount(context, imageOwnerId, info),

  goldenImage: ({ goldenFamily, goldenOrigin }, _, { load }, info) =>
    goldenFamily === null || goldenOrigin === null
      ? null
      : load.one(goldenImageByKey, { goldenFamily, goldenOrigin }, selectionOf(info)),

  accounts: ({ accountIds }, args, context, info) =>
    connect(context, info, accountsOfCost, args, { of: { accountIds }, scope: () => costsScope }),
}
