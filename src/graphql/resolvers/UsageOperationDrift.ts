import { imageByKey } from '../../db/images/image.ts'
import { instanceByKey } from '../../db/instances/instance.ts'
import { loadAccount } from '../load-account.ts'
import type { UsageOperationDriftResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const UsageOperationDrift: UsageOperationDriftResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),

  payer: ({ payerAccountId }, _, context, info) => loadAccount(context, payerAccountId, info),

  instance: ({ accountId, region, instanceId }, _, { load }, info) =>
    load.one(instanceByKey, { accountId, region, instanceId }, selectionOf(info)),

  image: ({ region, imageId }, _, { load }, info) => load.one(imageByKey, { region, imageId }, selectionOf(info)),
}
