import { launch } from '../../../src/sandbox/world/changes/launch.ts'
import { share } from '../../../src/sandbox/world/changes/share.ts'
import { regionOf } from '../../../src/sandbox/world/find.ts'
import type { World } from '../../../src/sandbox/world/world.ts'
import type { Change, Changed } from './sandbox.ts'
import { busyPlace } from './world.ts'

/** Accounts outside the organization, a new one each time. */
let outsiders = 0

/** Launches an instance of an image in the busy account-Region, or shares the image with one account more. */
export const changeWorld = (world: World, change: Change): Changed => {
  const { accountId, region } = busyPlace(world)
  const image = regionOf(world, region).imagesByOwner.get(accountId)?.after().next().value
  if (image === undefined) throw new Error('The busy account-Region owns no image')
  const { imageId } = image
  if (change === 'launch') {
    const [instance] = launch(world, image, { accountId, instanceType: 'm5.large' })
    return { region, imageId, instanceId: instance?.instanceId ?? null, grantee: null }
  }
  outsiders += 1
  const grantee = String(990_000_000_000 + outsiders)
  share(world, image, [{ UserId: grantee }])
  return { region, imageId, instanceId: null, grantee }
}
