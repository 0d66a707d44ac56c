import { AwsError, type CallContext } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { launchableBy, readableBy } from '../../world/permissions.ts'
import { noSuchImage, noSuchSnapshot } from './errors.ts'
import { ownedInstances } from './owned-instances.ts'

/** Every resource must be one that the caller can see: tags on a shared image are the caller's own (R10). */
export const requireTaggableResources = (resources: readonly string[], context: CallContext): void => {
  const { world, caller } = context
  const region = regionOf(world, context.region)
  for (const id of resources) {
    if (id.startsWith('ami-')) {
      const image = region.images.get(id)
      if (image === undefined || !launchableBy(world, caller.accountId)(image)) throw noSuchImage([id])
    } else if (id.startsWith('snap-')) {
      const snapshot = region.snapshots.get(id)
      if (snapshot === undefined || !readableBy(world, caller.accountId)(snapshot)) throw noSuchSnapshot(id)
    } else if (id.startsWith('i-')) ownedInstances([id], context)
    else throw new AwsError('InvalidID', `The ID '${id}' is not valid`)
  }
}
