import { grantsOfKey } from '../../db/kms-keys/kms-grant.ts'
import { readsOfKey } from '../../db/kms-keys/kms-key-read.ts'
import { loadAccount } from '../load-account.ts'
import { checkPageSize } from '../page-arguments.ts'
import type { KmsKeyResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const KmsKey: KmsKeyResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),

  grants: ({ arn }, { first }, { load }, info) =>
    load.list(grantsOfKey, { arn }, selectionOf(info), {}, checkPageSize('first', first)),

  reads: ({ arn }, _, { load }, info) => load.list(readsOfKey, { arn }, selectionOf(info)),
}
