import type { AllowedImagesCriterion, Watermark, WatermarkCondition } from './facts.ts'
import { wildcard } from './wildcard.ts'

/** What Allowed AMIs look at of an image. */
export type JudgedImage = {
  readonly ownerAccountId: string | null
  readonly ownerAlias: string | null
  readonly name: string | null
  readonly creationDate: Date | null
  readonly deprecationTime: Date | null
  /** Null where nobody told them */
  readonly productCodes: readonly string[] | null
  /** Null where nobody told them */
  readonly watermarks: readonly JudgedWatermark[] | null
}

export type JudgedWatermark = Omit<Watermark, 'sourceImageId'>

/**
 * (R13) Whether an image of another account meets one of the criteria of Allowed AMIs; null where that is not known. Own
 * images are exempt from them. AWS: "Control the discovery and use of AMIs with Allowed AMIs", "JSON configuration for
 * the Allowed AMIs criteria". The database decides the same (amigraph.meets_criteria).
 */
export const meetsCriteria = (
  criteria: readonly AllowedImagesCriterion[],
  image: JudgedImage,
  now: Date,
): boolean | null => some(criteria.map(criterion => meets(criterion, image, now)))

/** Within a criterion everything must hold. */
const meets = (criterion: AllowedImagesCriterion, image: JudgedImage, now: Date): boolean | null =>
  every([
    meetsProviders(criterion.imageProviders, image),
    meetsNames(criterion.imageNames, image),
    meetsCodes(criterion.marketplaceProductCodes, image.productCodes),
    isWithin(criterion.maximumDaysSinceCreated, image.creationDate, now, null),
    isWithin(criterion.maximumDaysSinceDeprecated, image.deprecationTime, now, isToldLittle(image) ? null : true),
    meetsWatermarks(criterion.imageWatermarks, image.watermarks, now),
    criterion.otherConditions.length === 0 || null,
  ])

const meetsProviders = (
  providers: readonly string[] | null,
  { ownerAccountId, ownerAlias }: JudgedImage,
): boolean | null => {
  if (providers === null || (ownerAlias !== null && providers.includes(ownerAlias))) return true
  return ownerAccountId === null ? null : providers.includes(ownerAccountId)
}

/** Instances tell the name of their image, unless it is gone: then nobody tells anything of it. */
const isToldLittle = ({ name, productCodes }: JudgedImage): boolean => name === null && productCodes === null

const meetsNames = (patterns: readonly string[] | null, image: JudgedImage): boolean | null =>
  patterns === null ||
  patterns.some(pattern => wildcard(pattern).test(image.name ?? '')) ||
  (isToldLittle(image) ? null : false)

const meetsCodes = (wanted: readonly string[] | null, codes: readonly string[] | null): boolean | null =>
  wanted === null || (codes === null ? null : codes.some(code => wanted.includes(code)))

/** Of several watermarks one has to meet a condition as a whole. */
const meetsWatermarks = (
  conditions: readonly WatermarkCondition[] | null,
  watermarks: readonly JudgedWatermark[] | null,
  now: Date,
): boolean | null => {
  if (conditions === null) return true
  if (watermarks === null) return null
  return some(watermarks.flatMap(watermark => conditions.map(condition => fits(condition, watermark, now))))
}

const fits = (condition: WatermarkCondition, watermark: JudgedWatermark, now: Date): boolean | null =>
  every([
    condition.watermarkKey === null || wildcard(condition.watermarkKey).test(watermark.watermarkKey),
    condition.sourceImageRegion === null ||
      (watermark.sourceImageRegion === null
        ? null
        : wildcard(condition.sourceImageRegion).test(watermark.sourceImageRegion)),
    isWithin(condition.maximumDaysSinceSourceImageCreated, watermark.sourceImageCreationTime, now, null),
    isWithin(condition.maximumDaysSinceWatermarkCreated, watermark.watermarkCreationTime, now, null),
  ])

const isWithin = (days: number | null, time: Date | null, now: Date, withoutTime: boolean | null): boolean | null =>
  days === null || (time === null ? withoutTime : now.getTime() - time.getTime() <= days * 86_400_000)

const every = (truths: readonly (boolean | null)[]) =>
  truths.includes(false) ? false : truths.includes(null) ? null : true
const some = (truths: readonly (boolean | null)[]) =>
  truths.includes(true) ? true : truths.includes(null) ? null : false
