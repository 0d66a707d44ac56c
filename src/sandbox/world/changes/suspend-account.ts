import { accountOf } from '../find.ts'
import type { World } from '../world.ts'

/** Suspends an account: it stays listed, but nothing can be read from it. */
export const suspendAccount = (world: World, accountId: string): void => {
  accountOf(world, accountId).state = 'SUSPENDED'
  world.notify({ kind: 'account', at: world.now(), accountId, cause: 'suspended' })
}
