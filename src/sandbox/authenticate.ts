import type { AccessKey, Credentials } from './credentials.ts'
import type { Authorization } from './wire/authorization.ts'
import type { Service, WireRequest } from './wire/service.ts'
import { isSignedWith } from './wire/signature.ts'
import type { World } from './world/world.ts'

/**
 * The key that signed the request. Throws the service's refusal for a request without a signature, a key or session
 * token that was never issued, a wrong signature, a session that is over, an account that is no longer active, and a
 * Region that does not exist or that the account has not enabled.
 */
export const authenticate = (
  service: Service,
  request: WireRequest,
  authorization: Authorization | undefined,
  credentials: Credentials,
  world: World,
): { key: AccessKey; region: string } => {
  const { refusals } = service
  if (!authorization) throw refusals.unsigned()
  const { region } = authorization
  const key = credentials.find(authorization.accessKeyId)
  const account = key && world.accounts.get(key.caller.accountId)
  if (!key || account?.state !== 'ACTIVE') throw refusals.unknownAccessKey()
  if (key.sessionToken !== request.headers['x-amz-security-token']) throw refusals.unknownAccessKey()
  if (!isSignedWith(key.secretAccessKey, authorization, request)) throw refusals.badSignature()
  if (credentials.isExpired(key)) throw refusals.expired()
  const known = world.regions.get(region)
  const isEnabled = account.enabledRegions.has(region)
  if (service.answersIn === 'enabled Regions') {
    if (!known) throw refusals.unknownRegion(region)
    if (!isEnabled) throw refusals.regionNotEnabled(account.accountId)
  }
  // A loaded world knows only the Regions that were recorded, and STS is there in every other one too
  if (service.answersIn === 'all but closed Regions' && known?.optIn && !isEnabled) {
    throw refusals.regionNotEnabled(account.accountId)
  }
  return { key, region }
}
