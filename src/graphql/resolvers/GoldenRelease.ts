import { imagesOfRelease } from '../../db/golden-images/golden-image.ts'
import type { GoldenReleaseResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const GoldenRelease: GoldenReleaseResolvers = {
  images: ({ origin, family, release }, _, { load }, info) =>
    load.list(imagesOfRelease, { origin, family, release }, selectionOf(info)),
}
