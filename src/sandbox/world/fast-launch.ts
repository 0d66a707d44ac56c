import type { DescribeFastLaunchImagesSuccessItem } from '@aws-sdk/client-ec2'
import { indexFor } from './indexed.ts'
import type { OrderedIndex } from './ordered-index.ts'
import type { WorldRegion } from './world.ts'

export const fastLaunchOf = (
  region: WorldRegion,
  accountId: string,
): OrderedIndex<DescribeFastLaunchImagesSuccessItem> =>
  indexFor(region.fastLaunch, accountId, item => item.ImageId ?? '')
