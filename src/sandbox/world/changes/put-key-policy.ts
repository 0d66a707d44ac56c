import { keyOf } from '../find.ts'
import type { World, WorldKey } from '../world.ts'

/** What a key policy says; all of it is replaced. */
export type KeyAccess = Partial<
  Pick<WorldKey, 'sharedWith' | 'sharedWithOrganization' | 'sharedWithUnits' | 'isConditional' | 'isClosed'>
>

/** Puts another policy on a key: whom it lets in besides its own account (R9). */
export const putKeyPolicy = (world: World, keyArn: string, access: KeyAccess): void => {
  const key = keyOf(world, keyArn)
  key.sharedWith = access.sharedWith ?? new Set()
  key.sharedWithOrganization = access.sharedWithOrganization ?? false
  key.sharedWithUnits = access.sharedWithUnits ?? new Set()
  key.isConditional = access.isConditional ?? false
  key.isClosed = access.isClosed ?? false
  world.notify({
    kind: 'key',
    at: world.now(),
    region: key.region,
    accountId: key.ownerId,
    keyArn,
    cause: 'PutKeyPolicy',
  })
}
