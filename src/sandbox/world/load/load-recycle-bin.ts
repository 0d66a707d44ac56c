import type { ImageRecycleBinInfo } from '@aws-sdk/client-ec2'
import { binOf } from '../recycle-bin.ts'
import type { ImageView } from './load-images.ts'
import { listIn, textIn } from './read-outputs.ts'

/** Loads the images that an account could still restore. */
export const loadRecycleBin = ({ accountId, region, folder }: ImageView): void => {
  const bin = binOf(region, accountId)
  for (const output of folder.outputs('list-images-in-recycle-bin')) {
    for (const recorded of listIn<ImageRecycleBinInfo>(output, 'Images')) {
      bin.add({
        imageId: textIn(output, recorded, 'ImageId'),
        name: recorded.Name,
        description: recorded.Description,
        enteredAt: recorded.RecycleBinEnterTime,
        leavesAt: recorded.RecycleBinExitTime,
        recorded: true,
      })
    }
  }
}
