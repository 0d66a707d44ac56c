import { launchableBy } from '../../../db/access/launchable-by.ts'
import { namedAccount } from '../../../db/accounts/any-account.ts'
import { column } from '../../../db/concept.ts'
import { costsOfImage } from '../../../db/costs/monthly-cost.ts'
import { deregistrationOfImage } from '../../../db/deregistration/deregistration.ts'
import { fastLaunchOfImage } from '../../../db/fast-launch/fast-launch-image.ts'
import { ancestorsOfImage } from '../../../db/image-ancestry/image-ancestor.ts'
import { buildOfImage } from '../../../db/image-builder/image-build.ts'
import { referencesOfImage } from '../../../db/image-references/image-reference.ts'
import { blockDevicesOfImage } from '../../../db/images/block-device.ts'
import {
  hasNoLaunchPermission,
  hasNoProductCode,
  hasNoWatermark,
  listIsKnown,
  watermarksAreKnown,
} from '../../../db/images/counters.ts'
import { imageFields } from '../../../db/images/fields.ts'
import { imageByKey } from '../../../db/images/image.ts'
import { tagsOfImage } from '../../../db/images/image-tag.ts'
import { watermarksOfImage } from '../../../db/images/image-watermark.ts'
import { instancesOfImage } from '../../../db/instances/relations.ts'
import { permissionsOfImage } from '../../../db/launch-permissions/launch-permission.ts'
import { permissionsReadOfImage } from '../../../db/launch-permissions/launch-permissions-read.ts'
import { launchTemplateVersionsOfImage } from '../../../db/launch-templates/launch-template-version.ts'
import { lineageOfImage } from '../../../db/lineage/image-relative.ts'
import { regionalCopiesOfImage } from '../../../db/lineage/regional-copies.ts'
import {
  blockDevicesAsOf,
  permissionsAsOf,
  productCodesAsOf,
  tagsAsOf,
  watermarksAsOf,
} from '../../../db/memory/image-as-of.ts'
import { versionsOfImage } from '../../../db/memory/image-version.ts'
import { productCodesOfImage } from '../../../db/product-codes/product-code.ts'
import { publicEligibilityOfImage } from '../../../db/public-eligibility/public-eligibility.ts'
import { recycleBinOfImage } from '../../../db/recycle-bin/recycle-bin-image.ts'
import type { Bindings } from '../../../db/slot.ts'
import {
  imageReferencesScope,
  imageScope,
  instancesScope,
  launchableByScope,
  launchTemplatesScope,
  lineageScope,
} from '../../../domain/coverage-scope.ts'
import { nowOrThen, onlyNow } from '../as-of.ts'
import type { TypeMap } from '../compilation.ts'
import { connection } from '../connection.ts'
import { coverage, rowValue, rowValues } from '../coverage.ts'
import { facts } from '../fact.ts'
import { monthsWith } from '../months-with.ts'
import { narrowed } from '../narrowed.ts'
import { list, one } from '../related.ts'

/** The argument of `tags`. */
const setBy = { with: ({ setBy = null }: Bindings) => ({ setBy }) }

export const Image: TypeMap = {
  ...facts(imageFields),
  owner: one(namedAccount, { key: { accountId: 'ownerAccountId' } }),
  ancestors: list(ancestorsOfImage),
  build: one(buildOfImage),
  blockDevices: nowOrThen(list(blockDevicesOfImage), list(blockDevicesAsOf)),
  sourceImage: one(imageByKey, { key: { region: 'sourceImageRegion', imageId: 'sourceImageId' } }),
  productCodes: nowOrThen(list(productCodesOfImage, { empty: hasNoProductCode }), list(productCodesAsOf)),
  watermarks: nowOrThen(
    list(watermarksOfImage, { when: watermarksAreKnown, empty: hasNoWatermark }),
    list(watermarksAsOf, { when: watermarksAreKnown }),
  ),
  tags: nowOrThen(list(tagsOfImage, setBy), list(tagsAsOf, setBy)),
  launchPermissions: nowOrThen(
    list(permissionsOfImage, { when: listIsKnown, empty: hasNoLaunchPermission }),
    list(permissionsAsOf, { when: column('listWasKnown') }),
  ),
  launchPermissionsRead: onlyNow(one(permissionsReadOfImage)),
  history: connection(versionsOfImage),
  launchableBy: onlyNow(
    connection(launchableBy, {
      nodeField: 'account',
      scope: ({ row }) => launchableByScope(rowValues(row, 'region', 'imageId', 'ownerAccountId')),
    }),
  ),
  instances: onlyNow(
    connection(instancesOfImage, {
      scope: ({ row }, filter, used) => instancesScope(narrowed(filter, 'account'), [rowValue(row, 'region')], used),
    }),
  ),
  references: onlyNow(
    connection(referencesOfImage, {
      scope: ({ row }, filter, used) =>
        imageReferencesScope(narrowed(filter, 'account'), [rowValue(row, 'region')], used),
    }),
  ),
  launchTemplateVersions: onlyNow(
    connection(launchTemplateVersionsOfImage, {
      scope: ({ row }, filter, used) =>
        launchTemplatesScope(narrowed(filter, 'account'), [rowValue(row, 'region')], used),
    }),
  ),
  lineage: onlyNow(
    connection(lineageOfImage, {
      with: ({ direction, depth }) => ({ direction, depth }),
      scope: () => lineageScope,
    }),
  ),
  regionalCopies: onlyNow(one(regionalCopiesOfImage)),
  recycleBin: onlyNow(one(recycleBinOfImage)),
  fastLaunch: onlyNow(list(fastLaunchOfImage)),
  evidenceAccount: one(namedAccount, { key: { accountId: 'evidenceAccountId' } }),
  monthlyCosts: list(costsOfImage, { with: monthsWith }),
  publicEligibility: onlyNow(one(publicEligibilityOfImage)),
  deregistration: onlyNow(one(deregistrationOfImage)),
  coverage: coverage((row, asked) =>
    imageScope(rowValues(row, 'region', 'imageId', 'ownerAccountId', 'sourceImageRegion'), asked),
  ),
}
