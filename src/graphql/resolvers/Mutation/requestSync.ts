import { requireRole } from '../../../auth/require-role.ts'
import { isVisibleAccount } from '../../../db/accounts/is-visible-account.ts'
import { InvalidInput } from '../../../domain/invalid-input.ts'
import type { MutationResolvers } from '../../schema.generated.ts'

export const requestSync: MutationResolvers['requestSync'] = async (_, { accountId, region, kinds }, context) => {
  requireRole(context.viewer, 'sync')
  if (!(await isVisibleAccount(context.read, accountId)))
    throw new InvalidInput(`The inventory holds no account ${accountId}`)
  const request = { accountId, region: region ?? null, kinds: kinds ?? null }
  const id = await context.requestSync(request)
  return { id, ...request, state: 'QUEUED', requestedAt: new Date(), finishedAt: null }
}
