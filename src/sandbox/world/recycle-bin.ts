import { indexFor } from './indexed.ts'
import type { OrderedIndex } from './ordered-index.ts'
import type { WorldRecycledImage, WorldRegion } from './world.ts'

export const binOf = (region: WorldRegion, ownerId: string): OrderedIndex<WorldRecycledImage> =>
  indexFor(region.recycleBin, ownerId, image => image.imageId)
