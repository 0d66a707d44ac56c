import { uuid } from './identifiers.ts'
import { unitsAbove } from './organization-tree.ts'
import type { Random } from './random.ts'
import type { World, WorldGrant, WorldKey, WorldRegion } from './world.ts'

/** What tells the keys of an account apart; whatever is left out is as in most keys. */
export type KeyKind = Pick<WorldKey, 'alias' | 'awsManaged' | 'sharedWithOrganization'> & Partial<WorldKey>

/** The key that an account uses where it names none: `aws/ebs`, which AWS manages. */
export const defaultEbsKey: KeyKind = { alias: 'alias/aws/ebs', awsManaged: true, sharedWithOrganization: false }

/** The account's key of that alias in the Region, made when it is first needed. */
export const keyFor = (region: WorldRegion, ownerId: string, kind: KeyKind, random: Random): WorldKey => {
  const name = `${ownerId} ${kind.alias}`
  const known = region.keysByAlias.get(name)
  if (known !== undefined) return known
  const id = kind.multiRegion ? `mrk-${uuid(random).replaceAll('-', '')}` : uuid(random)
  const key = newKey(`arn:aws:kms:${region.name}:${ownerId}:key/${id}`, kind)
  region.keys.set(key.arn, key)
  region.keysByAlias.set(name, key)
  return key
}

/** A key of the account and Region that its ARN says. */
export const newKey = (arn: string, kind: KeyKind): WorldKey => {
  const [, , , region = '', ownerId = ''] = arn.split(':')
  return {
    state: 'Enabled',
    multiRegion: false,
    sharedWith: new Set(),
    sharedWithUnits: new Set(),
    isConditional: false,
    isClosed: false,
    grants: [],
    recordedPolicy: undefined,
    ...kind,
    arn,
    region,
    ownerId,
  }
}

/** Whether an account may use a key: its own, or let in by the key policy or a grant (R9). An unknown key lets nobody in. */
export const mayUseKey = (world: World, key: WorldKey | undefined, accountId: string): boolean => {
  if (key === undefined || key.state !== 'Enabled') return false
  if (key.ownerId === accountId) return true
  if (key.awsManaged) return false
  const account = world.accounts.get(accountId)
  return (
    key.sharedWith.has(accountId) ||
    (key.sharedWithOrganization && account !== undefined) ||
    (account !== undefined &&
      [world.organization.root, ...unitsAbove(world.organization, account.parentId)].some(({ id }) =>
        key.sharedWithUnits.has(id),
      )) ||
    key.grants.some(grant => letsLaunch(grant, accountId))
  )
}

/** What EC2 needs of a key to start an instance from a snapshot that it encrypts (EBS User Guide). */
export const launchOperations = [
  'CreateGrant',
  'Decrypt',
  'DescribeKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
] as const

/** A role's grant is that role's alone. */
const letsLaunch = ({ granteePrincipal, operations, constraints }: WorldGrant, accountId: string) =>
  granteePrincipal === `arn:aws:iam::${accountId}:root` &&
  constraints === undefined &&
  launchOperations.every(operation => operations.includes(operation))
