import { accountOf } from '../find.ts'
import { isParent, placeAccount } from '../organization-tree.ts'
import type { World } from '../world.ts'

/** Moves an account under another parent: it loses and gains what is shared with organizational units (R6). */
export const moveAccount = (world: World, accountId: string, parentId: string): void => {
  if (!isParent(world.organization, parentId)) throw new RangeError(`The organization has no parent ${parentId}`)
  placeAccount(world, accountOf(world, accountId), parentId)
  world.notify({ kind: 'account', at: world.now(), accountId, cause: 'moved' })
}
