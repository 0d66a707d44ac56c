import { createHash } from 'node:crypto'
import { keyOf } from '../find.ts'
import type { World, WorldGrant, WorldKey } from '../world.ts'

export type NewGrant = Pick<WorldGrant, 'granteePrincipal' | 'operations'> & Partial<WorldGrant>

/** Lets a principal use a key without changing its policy (R9). */
export const createGrant = (world: World, keyArn: string, made: NewGrant): WorldGrant => {
  const key = keyOf(world, keyArn)
  const grant: WorldGrant = {
    grantId: unusedId(key, made.granteePrincipal),
    name: '',
    retiringPrincipal: undefined,
    issuingAccount: `arn:aws:iam::${key.ownerId}:root`,
    constraints: undefined,
    // KMS tells whole seconds
    createdAt: new Date(Math.floor(world.now().getTime() / 1000) * 1000),
    ...made,
  }
  key.grants = [...key.grants, grant]
  world.notify({
    kind: 'key',
    at: world.now(),
    region: key.region,
    accountId: key.ownerId,
    keyArn,
    cause: 'CreateGrant',
    grant,
  })
  return grant
}

/** 64 hexadecimal digits, as in AWS. */
const unusedId = ({ arn, grants }: WorldKey, principal: string): string => {
  for (let count = grants.length; ; count++) {
    const id = createHash('sha256').update(`${arn} ${count} ${principal}`).digest('hex')
    if (!grants.some(({ grantId }) => grantId === id)) return id
  }
}

export const revokeGrant = (world: World, keyArn: string, grantId: string): void => {
  const key = keyOf(world, keyArn)
  key.grants = key.grants.filter(grant => grant.grantId !== grantId)
  world.notify({
    kind: 'key',
    at: world.now(),
    region: key.region,
    accountId: key.ownerId,
    keyArn,
    cause: 'RevokeGrant',
    grantId,
  })
}
