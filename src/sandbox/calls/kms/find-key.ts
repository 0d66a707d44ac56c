import { AwsError, type CallContext } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { mayUseKey } from '../../world/kms-keys.ts'
import type { WorldKey } from '../../world/world.ts'

/** A key by its ARN or its alias's, in the Region that is asked. */
const findKey = (arn: string, { world, region: name }: CallContext): WorldKey => {
  const region = regionOf(world, name)
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

/**
 * The key of an ID, ARN, alias or alias ARN, bare names in the caller's account, where the caller may look at it: by its own
 * account's policies, or let in by the key's.
 */
export const visibleKey = (given: string | undefined, action: string, context: CallContext): WorldKey => {
  const { world, caller, region } = context
  const arn = arnOf(given ?? '', region, caller.accountId)
  // To whoever reads it, a key that was not recorded must not look like one that is gone (R20)
  if (!world.isKnown({ accountId: caller.accountId, region, operation: action, resourceId: arn }))
    throw new AwsError('AccessDeniedException', `The loaded folder has no answer of ${action} for ${arn}.`)
  const key = findKey(arn, context)
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
