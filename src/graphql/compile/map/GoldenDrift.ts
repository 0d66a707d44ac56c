import { goldenDrift } from '../../../db/golden-images/golden-drift.ts'
import { goldenImageByKey } from '../../../db/golden-images/golden-image.ts'
import { instanceByKey } from '../../../db/instances/instance.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const GoldenDrift: TypeMap = {
  ...facts(goldenDrift.fields),
  goldenImage: one(goldenImageByKey, { key: { goldenFamily: 'family', goldenOrigin: 'origin' } }),
  instance: one(instanceByKey),
}
