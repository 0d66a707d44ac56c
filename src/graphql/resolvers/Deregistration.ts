import { sourcesReadTooEarly } from '../../db/deregistration/deregistration.ts'
import { usesOfImage } from '../../db/deregistration/image-use.ts'
import { usageReportOfImage } from '../../db/image-usage/image-usage-report.ts'
import { recycleBinOfImage } from '../../db/recycle-bin/recycle-bin-image.ts'
import { snapshotStorageCostOfImage } from '../../db/savings/deregistration-saving.ts'
import { deregistrationScope } from '../../domain/coverage-scope.ts'
import { monthsOf } from '../../domain/month-range.ts'
import { coverageOf } from '../coverage.ts'
import type { DeregistrationResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const Deregistration: DeregistrationResolvers = {
  uses: ({ region, imageId }, _, { load }, info) => load.list(usesOfImage, { region, imageId }, selectionOf(info)),

  referencesReadTooEarly: ({ region, imageId }, _, { load }, info) =>
    load.list(sourcesReadTooEarly, { region, imageId }, selectionOf(info)),

  recycleBin: ({ region, imageId }, _, { load }, info) =>
    load.one(recycleBinOfImage, { region, imageId }, selectionOf(info)),

  usageReport: ({ region, imageId }, _, { load }, info) =>
    load.one(usageReportOfImage, { region, imageId }, selectionOf(info)),

  snapshotStorageCost: ({ region, imageId }, { months }, { load }, info) =>
    load
      .list<{ amount: string; currency: string }>(
        snapshotStorageCostOfImage,
        { region, imageId },
        selectionOf(info),
        monthsOf(months),
      )
      .then(([cost]) => cost ?? null),

  coverage: (row, _, context) => coverageOf(context, deregistrationScope(row)),
}
