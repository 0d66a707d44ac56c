import { deregistration, sourcesReadTooEarly } from '../../../db/deregistration/deregistration.ts'
import { usesOfImage } from '../../../db/deregistration/image-use.ts'
import { usageReportOfImage } from '../../../db/image-usage/image-usage-report.ts'
import { recycleBinOfImage } from '../../../db/recycle-bin/recycle-bin-image.ts'
import { snapshotStorageCostOfImage } from '../../../db/savings/deregistration-saving.ts'
import { deregistrationScope } from '../../../domain/coverage-scope.ts'
import type { TypeMap } from '../compilation.ts'
import { coverage, rowValues } from '../coverage.ts'
import { facts } from '../fact.ts'
import { monthsWith } from '../months-with.ts'
import { list, one } from '../related.ts'

export const Deregistration: TypeMap = {
  ...facts(deregistration.fields),
  uses: list(usesOfImage),
  referencesReadTooEarly: list(sourcesReadTooEarly),
  snapshotStorageCost: one(snapshotStorageCostOfImage, { with: monthsWith }),
  recycleBin: one(recycleBinOfImage),
  usageReport: one(usageReportOfImage),
  coverage: coverage(row => deregistrationScope(rowValues(row, 'region', 'imageId', 'ownerAccountId'))),
}
