import { account } from '../../../db/accounts/account.ts'
import { everyRow } from '../../../db/relation.ts'
import { accountsScope, narrowedTo } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyAccount = everyRow(account)

export const accounts: QueryResolvers['accounts'] = (_, args, context, info) =>
  connect(context, info, everyAccount, args, {
    scope: (filter, used) => accountsScope(narrowedTo(filter, 'accountId'), used),
  })
