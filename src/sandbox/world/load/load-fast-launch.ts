import type { DescribeFastLaunchImagesSuccessItem } from '@aws-sdk/client-ec2'
import { fastLaunchOf } from '../fast-launch.ts'
import type { ImageView } from './load-images.ts'
import { listIn, textIn } from './read-outputs.ts'

/** Loads the images that an account kept pre-provisioned snapshots of. */
export const loadFastLaunch = ({ accountId, region, folder }: ImageView): void => {
  const index = fastLaunchOf(region, accountId)
  for (const output of folder.outputs('describe-fast-launch-images')) {
    for (const recorded of listIn<DescribeFastLaunchImagesSuccessItem>(output, 'FastLaunchImages')) {
      textIn(output, recorded, 'ImageId')
      index.add(recorded)
    }
  }
}
