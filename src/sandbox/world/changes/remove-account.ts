import { accountOf } from '../find.ts'
import { dropAccount } from '../organization-tree.ts'
import type { World } from '../world.ts'

/** Takes an account out of the organization. What it owns stays where it is, now foreign; grants to it dangle (R12). */
export const removeAccount = (world: World, accountId: string): void => {
  dropAccount(world, accountOf(world, accountId))
  world.notify({ kind: 'account', at: world.now(), accountId, cause: 'removed' })
}
