import { digits } from '../identifiers.ts'
import { putAccount } from '../organization-tree.ts'
import type { World, WorldAccount } from '../world.ts'

export type NewAccount = Pick<WorldAccount, 'name' | 'email'> & Partial<Omit<WorldAccount, 'name' | 'email'>>

/** Adds a member account, by default active, at the root, created now, in the Regions that need no opt-in. */
export const addAccount = (world: World, made: NewAccount): WorldAccount => {
  const account: WorldAccount = {
    accountId: digits(12, world.random),
    state: 'ACTIVE',
    parentId: world.organization.root.id,
    joinedMethod: 'CREATED',
    joinedAt: world.now(),
    roles: new Map(),
    enabledRegions: new Set([...world.regions.values()].filter(region => !region.optIn).map(region => region.name)),
    ...made,
  }
  putAccount(world, account)
  world.notify({ kind: 'account', at: world.now(), accountId: account.accountId, cause: 'added' })
  return account
}
