import { launchableBy } from '../../db/access/launchable-by.ts'
import { costsOfImage } from '../../db/costs/monthly-cost.ts'
import { deregistrationOfImage } from '../../db/deregistration/deregistration.ts'
import { fastLaunchOfImage } from '../../db/fast-launch/fast-launch-image.ts'
import { ancestorsOfImage } from '../../db/image-ancestry/image-ancestor.ts'
import { buildOfImage } from '../../db/image-builder/image-build.ts'
import { referencesOfImage } from '../../db/image-references/image-reference.ts'
import { blockDevicesOfImage } from '../../db/images/block-device.ts'
import { imageByKey } from '../../db/images/image.ts'
import { tagsOfImage } from '../../db/images/image-tag.ts'
import { watermarksOfImage } from '../../db/images/image-watermark.ts'
import { instancesOfImage } from '../../db/instances/relations.ts'
import { permissionsReadOfImage } from '../../db/launch-permissions/launch-permissions-read.ts'
import { launchTemplateVersionsOfImage } from '../../db/launch-templates/launch-template-version.ts'
import { lineageOfImage } from '../../db/lineage/image-relative.ts'
import { regionalCopiesOfImage } from '../../db/lineage/regional-copies.ts'
import { blockDevicesAsOf, productCodesAsOf, tagsAsOf, watermarksAsOf } from '../../db/memory/image-as-of.ts'
import { versionsOfImage } from '../../db/memory/image-version.ts'
import { productCodesOfImage } from '../../db/product-codes/product-code.ts'
import { publicEligibilityOfImage } from '../../db/public-eligibility/public-eligibility.ts'
import { recycleBinOfImage } from '../../db/recycle-bin/recycle-bin-image.ts'
import {
  imageReferencesScope,
  imageScope,
  instancesScope,
  launchableByScope,
  launchTemplatesScope,
  lineageScope,
  narrowedTo,
} from '../../domain/coverage-scope.ts'
import { checkLineageDepth } from '../../domain/lineage.ts'
import { monthsOf } from '../../domain/month-range.ts'
import { checkIsNow } from '../as-of.ts'
import { connect } from '../connection.ts'
import { coverageOf } from '../coverage.ts'
import { loadAccount } from '../load-account.ts'
import { loadCertain } from '../load-certain.ts'
import { loadLaunchPermissions } from '../load-launch-permissions.ts'
import type { ImageResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const Image: ImageResolvers = {
  owner: ({ ownerAccountId }, _, context, info) =>
    ownerAccountId === null ? null : loadAccount(context, ownerAccountId, info),

  ancestors: ({ region, imageId }, _, { load }, info) =>
    load.list(ancestorsOfImage, { region, imageId }, selectionOf(info)),

  build: ({ region, imageId }, _, { load }, info) => load.one(buildOfImage, { region, imageId }, selectionOf(info)),

  blockDevices: ({ region, imageId, asOf }, _, { load }, info) =>
    asOf === undefined
      ? load.list(blockDevicesOfImage, { region, imageId }, selectionOf(info))
      : load.list(blockDevicesAsOf, { region, imageId, asOf }, selectionOf(info)),

  sourceImage: ({ sourceImageRegion, sourceImageId }, _, { load }, info) =>
    sourceImageId === null
      ? null
      : load.one(imageByKey, { region: sourceImageRegion, imageId: sourceImageId }, selectionOf(info)),

  productCodes: ({ region, imageId, asOf }, _, { load }, info) =>
    asOf === undefined
      ? load.list(productCodesOfImage, { region, imageId }, selectionOf(info))
      : load.list(productCodesAsOf, { region, imageId, asOf }, selectionOf(info)),

  watermarks: ({ region, imageId, asOf, watermarksAreKnown }, _, { load }, info) => {
    if (!watermarksAreKnown) return null
    return asOf === undefined
      ? load.list(watermarksOfImage, { region, imageId }, selectionOf(info))
      : load.list(watermarksAsOf, { region, imageId, asOf }, selectionOf(info))
  },

  tags: ({ region, imageId, asOf }, { setBy = null }, { load }, info) =>
    asOf === undefined
      ? load.list(tagsOfImage, { region, imageId }, selectionOf(info), { setBy })
      : load.list(tagsAsOf, { region, imageId, asOf }, selectionOf(info), { setBy }),

  launchPermissions: (image, { first = null }, context, info) => loadLaunchPermissions(context, image, first, info),

  launchPermissionsRead: ({ region, imageId, asOf }, _, { load }, info) => {
    checkIsNow(asOf, info)
    return load.one(permissionsReadOfImage, { region, imageId }, selectionOf(info))
  },

  launchableBy: ({ region, imageId, ownerAccountId, asOf }, args, context, info) => {
    checkIsNow(asOf, info)
    return connect(context, info, launchableBy, args, {
      of: { region, imageId },
      nodeField: 'account',
      scope: () => launchableByScope({ region, imageId, ownerAccountId }),
    })
  },

  history: ({ region, imageId }, args, context, info) =>
    connect(context, info, versionsOfImage, args, { of: { region, imageId } }),

  instances: ({ region, imageId, asOf }, args, context, info) => {
    checkIsNow(asOf, info)
    return connect(context, info, instancesOfImage, args, {
      of: { region, imageId },
      scope: (filter, used) => instancesScope(narrowedTo(filter, 'account'), [region], used),
    })
  },

  monthlyCosts: ({ region, imageId }, { months }, { load }, info) =>
    load.list(costsOfImage, { region, imageId }, selectionOf(info), monthsOf(months)),

  references: ({ region, imageId, asOf }, args, context, info) => {
    checkIsNow(asOf, info)
    return connect(context, info, referencesOfImage, args, {
      of: { region, imageId },
      scope: (filter, used) => imageReferencesScope(narrowedTo(filter, 'account'), [region], used),
    })
  },

  launchTemplateVersions: ({ region, imageId, asOf }, args, context, info) => {
    checkIsNow(asOf, info)
    return connect(context, info, launchTemplateVersionsOfImage, args, {
      of: { region, imageId },
      scope: (filter, used) => launchTemplatesScope(narrowedTo(filter, 'account'), [region], used),
    })
  },

  lineage: ({ region, imageId, asOf }, { direction, depth, ...args }, context, info) => {
    checkIsNow(asOf, info)
    return connect(context, info, lineageOfImage, args, {
      of: { region, imageId },
      with: { direction, depth: checkLineageDepth(depth) },
      scope: () => lineageScope,
    })
  },

  regionalCopies: ({ region, imageId, asOf }, _, context, info) => {
    checkIsNow(asOf, info)
    return loadCertain(context, regionalCopiesOfImage, { region, imageId }, info)
  },

  recycleBin: ({ region, imageId, asOf }, _, { load }, info) => {
    checkIsNow(asOf, info)
    return load.one(recycleBinOfImage, { region, imageId }, selectionOf(info))
  },

  fastLaunch: ({ region, imageId, asOf }, _, { load }, info) => {
    checkIsNow(asOf, info)
    return load.list(fastLaunchOfImage, { region, imageId }, selectionOf(info))
  },

  evidenceAccount: ({ evidenceAccountId }, _, context, info) =>
    evidenceAccountId === null ? null : loadAccount(context, evidenceAccountId, info),

  publicEligibility: ({ region, imageId, asOf }, _, context, info) => {
    checkIsNow(asOf, info)
    return loadCertain(context, publicEligibilityOfImage, { region, imageId }, info)
  },

  deregistration: ({ region, imageId, asOf }, _, { load }, info) => {
    checkIsNow(asOf, info)
    return load.one(deregistrationOfImage, { region, imageId }, selectionOf(info))
  },

  coverage: (image, _, context) => coverageOf(context, imageScope(image, image.asked ?? [])),
}
