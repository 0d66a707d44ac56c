import { imageAsOf } from '../../db/memory/image-as-of.ts'
import { changesOfVersion } from '../../db/memory/image-version.ts'
import { alsoAsOf } from '../load-image-as-of.ts'
import type { ImageVersionResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const ImageVersion: ImageVersionResolvers = {
  image: ({ region, imageId, asOf }, _, { load }, info) =>
    load.one(imageAsOf, { region, imageId, asOf }, { ...selectionOf(info), ...alsoAsOf }),

  changes: ({ region, imageId, asOf }, _, { load }, info) =>
    load.list(changesOfVersion, { region, imageId, asOf }, selectionOf(info)),
}
