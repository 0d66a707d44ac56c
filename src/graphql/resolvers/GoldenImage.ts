import { adoptionOfFamily } from '../../db/golden-images/adoption.ts'
import { currentReleaseOfFamily, releasesOfFamily } from '../../db/golden-images/golden-image.ts'
import { loadCertain } from '../load-certain.ts'
import type { GoldenImageResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const GoldenImage: GoldenImageResolvers = {
  currentRelease: ({ origin, family }, _, { load }, info) =>
    load.one(currentReleaseOfFamily, { origin, family }, selectionOf(info)),

  releases: ({ origin, family }, _, { load }, info) =>
    load.list(releasesOfFamily, { origin, family }, selectionOf(info)),

  adoption: ({ origin, family }, _, context, info) => loadCertain(context, adoptionOfFamily, { origin, family }, info),
}
