import { adoptionOfFamily } from '../../../db/golden-images/adoption.ts'
import { currentReleaseOfFamily, goldenImage, releasesOfFamily } from '../../../db/golden-images/golden-image.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { list, one } from '../related.ts'

export const GoldenImage: TypeMap = {
  ...facts(goldenImage.fields),
  currentRelease: one(currentReleaseOfFamily),
  releases: list(releasesOfFamily),
  adoption: one(adoptionOfFamily),
}
