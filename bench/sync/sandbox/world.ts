import { launch } from '../../../src/sandbox/world/changes/launch.ts'
import { registerImage } from '../../../src/sandbox/world/changes/register-image.ts'
import { createWorld } from '../../../src/sandbox/world/generate.ts'
import type { World } from '../../../src/sandbox/world/world.ts'

/** What a benchmark's organization is made of; plain values, for another process to make it of. */
export type WorldPlan = {
  readonly accounts: number
  /** The sandbox's own unless given */
  readonly regions?: readonly string[]
  /** One account-Region that owns so many more images, and runs so many more instances of them */
  readonly busy?: { readonly images: number; readonly instances: number }
}

const seed = 11

export const makeWorld = ({ accounts, regions, busy }: WorldPlan): World => {
  const world = createWorld({ accounts, seed, ...(regions && { regions }) })
  if (busy) makeBusy(world, busy)
  return world
}

/** The first member account, in the first Region it has: images with a snapshot each, a few of them shared. */
const makeBusy = (world: World, { images, instances }: { images: number; instances: number }): void => {
  const { accountId: ownerId, region } = busyPlace(world)
  const accounts = [...world.accounts.keys()]
  const made = Array.from({ length: images }, (_, index) => {
    const grantee = accounts[index % accounts.length]
    return registerImage(world, {
      region,
      ownerId,
      facts: { Name: `busy-${index}`, Description: 'One of many', ImageOwnerAlias: undefined },
      tags: [
        { Key: 'Name', Value: `busy-${index}` },
        { Key: 'stage', Value: index % 3 === 0 ? 'production' : 'test' },
      ],
      ...(index % 20 === 0 &&
        grantee !== undefined &&
        grantee !== ownerId && { launchPermissions: [{ UserId: grantee }] }),
    })
  })
  for (let index = 0; index < instances; index += 1) {
    const image = made[(index * 7) % made.length]
    if (image === undefined) return
    launch(world, { region, imageId: image.imageId }, { accountId: ownerId, instanceType: 'm5.large' })
  }
}

/** Where the busy account-Region is. */
export const busyPlace = (world: World): { accountId: string; region: string } => {
  for (const { accountId, state, enabledRegions, roles } of world.accounts.values()) {
    const region = enabledRegions.values().next().value
    if (accountId !== world.organization.managementAccountId && state === 'ACTIVE' && roles.size > 0 && region)
      return { accountId, region }
  }
  throw new Error('No account of the world can be read')
}
