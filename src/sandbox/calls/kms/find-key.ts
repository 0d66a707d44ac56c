import { AwsError, type CallContext } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { mayUseKey } from '../../world/kms-keys.ts'
import type { WorldKey } from '../../world/world.ts'

/** A key by ID, ARN, alias or alias ARN: in the Region that is asked, bare names in the caller's account. */
export const findKey = (given: string | undefined, { world, caller, region: name }: CallContext): WorldKey => {
  const region = regionOf(world, name)
  const arn = arnOf(given ?? '', name, caller.accountId)
  const [, , , inRegion, accountId = '', resource = ''] = arn.split(':')
  if (inRegion !== name) throw notFound(`Invalid arn ${inRegion ?? ''}`)
  if (!resource.startsWith('alias/')) {
    const key = region.keys.get(arn)
    if (key === undefined) throw notFound(`Key '${arn}' does not exist`)
    return key
  }
  const key = region.keysByAlias.get(`${accountId} ${resource}`)
  if (key === undefined) throw notFound(`Alias ${arn} is not found.`)
  return key
}

/** The key, where the caller may look at it: by its own account's policies, or let in by the key's. */
export const visibleKey = (given: string | undefined, action: string, context: CallContext): WorldKey => {
  const { world, caller, region } = context
  if (!world.isKnown({ accountId: caller.accountId, region, operation: action }))
    throw new AwsError('AccessDeniedException', `The loaded folder has no answer of ${action} for this account.`)
  const key = findKey(given, context)
  const isAllowed = key.ownerId === caller.accountId ? !key.isClosed : mayUseKey(world, key, caller.accountId)
  if (!isAllowed) throw denied(caller.arn, action, key.arn)
  return key
}

/** As the caller itself says it; calls that change or list a key's policies are its own account's only. */
export const ownKey = (given: string | undefined, action: string, context: CallContext): WorldKey => {
  const key = visibleKey(given, action, context)
  if (key.ownerId !== context.caller.accountId) throw denied(context.caller.arn, action, key.arn)
  return key
}

const arnOf = (given: string, region: string, accountId: string): string => {
  if (given.startsWith('arn:')) return given
  return `arn:aws:kms:${region}:${accountId}:${given.startsWith('alias/') ? given : `key/${given}`}`
}

const notFound = (message: string) => new AwsError('NotFoundException', message)

const denied = (who: string, action: string, arn: string) =>
  new AwsError(
    'AccessDeniedException',
    `User: ${who} is not authorized to perform: kms:${action} on resource: ${arn} because no resource-based policy allows the kms:${action} action`,
  )
