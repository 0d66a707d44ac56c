import type { InstanceTypeInfo } from '@aws-sdk/client-ec2'
import type { WorldRegion } from '../world.ts'
import type { ImageView } from './load-images.ts'
import { listIn, textIn } from './read-outputs.ts'

/** Loads what AWS offers in a Region, where an account recorded it; all accounts are offered the same. */
export const loadInstanceTypes = (region: WorldRegion, views: readonly ImageView[]): void => {
  const types = views
    .flatMap(({ folder }) => folder.outputs('describe-instance-types'))
    .flatMap(output =>
      listIn<InstanceTypeInfo>(output, 'InstanceTypes').map(
        type => [textIn(output, type, 'InstanceType'), type] as const,
      ),
    )
  if (types.length > 0) region.instanceTypes = new Map(types)
}
