import { uuid } from './identifiers.ts'
import type { Random } from './random.ts'
import type { World, WorldKey, WorldRegion } from './world.ts'

export type KeyKind = Pick<WorldKey, 'alias' | 'awsManaged' | 'sharedWithOrganization'>

/** The key that an account uses where it names none: `aws/ebs`, which AWS manages. */
export const defaultEbsKey: KeyKind = { alias: 'alias/aws/ebs', awsManaged: true, sharedWithOrganization: false }

/** The account's key of that alias in the Region, made when it is first needed. */
export const keyFor = (region: WorldRegion, ownerId: string, kind: KeyKind, random: Random): WorldKey => {
  const name = `${ownerId} ${kind.alias}`
  const known = region.keysByAlias.get(name)
  if (known !== undefined) return known
  const arn = `arn:aws:kms:${region.name}:${ownerId}:key/${uuid(random)}`
  const key: WorldKey = { arn, region: region.name, ownerId, sharedWith: new Set(), ...kind }
  region.keys.set(arn, key)
  region.keysByAlias.set(name, key)
  return key
}

/** Whether an account may use a key: its own, or let in by the key policy (R9). An unknown key lets nobody in. */
export const mayUseKey = (world: World, key: WorldKey | undefined, accountId: string): boolean => {
  if (key === undefined) return false
  if (key.ownerId === accountId) return true
  if (key.awsManaged) return false
  return key.sharedWith.has(accountId) || (key.sharedWithOrganization && world.accounts.has(accountId))
}
