/** Allowed AMIs (R13): which images of others an account may discover and use in a Region. */
import type { ImageCriterion, ImageWatermark, ImageWatermarkFilterResponse } from '@aws-sdk/client-ec2'
import { settingsOf } from './region-settings.ts'
import { matchesWildcard } from './wildcard.ts'
import type { WorldImage, WorldRegion } from './world.ts'

/** What ImageAllowed says to an account; undefined while the setting is off. Own images are always allowed. */
export const imageAllowed = (
  region: WorldRegion,
  accountId: string,
  image: WorldImage,
  now: Date,
): boolean | undefined => {
  const { state, criteria } = settingsOf(region, accountId).allowedImages
  if (state === 'disabled') return undefined
  return image.ownerId === accountId || criteria.some(criterion => isMet(criterion, image, now))
}

/** Whether the setting hides the image from the account: audit mode only labels. */
export const isHidden = (region: WorldRegion, accountId: string, image: WorldImage, now: Date): boolean =>
  settingsOf(region, accountId).allowedImages.state === 'enabled' && !imageAllowed(region, accountId, image, now)

/**
 * Within a criterion everything must hold; an empty list of criteria allows nothing. An empty list of a criterion is one
 * that is not set: requests of EC2 leave empty lists out, answers may write them.
 */
const isMet = (criterion: ImageCriterion, image: WorldImage, now: Date) =>
  meetsProvider(criterion.ImageProviders, image) &&
  meetsNames(criterion.ImageNames, image) &&
  meetsProductCodes(criterion.MarketplaceProductCodes, image) &&
  isWithin(criterion.CreationDateCondition?.MaximumDaysSinceCreated, image.facts.CreationDate, now) &&
  isWithin(criterion.DeprecationTimeCondition?.MaximumDaysSinceDeprecated, image.facts.DeprecationTime, now) &&
  meetsWatermarks(criterion.ImageWatermarks, image, now)

const isSet = <Value>(values: Value[] | undefined): values is Value[] => values !== undefined && values.length > 0

const meetsProvider = (providers: string[] | undefined, image: WorldImage) =>
  !isSet(providers) ||
  providers.includes(image.ownerId) ||
  (image.facts.ImageOwnerAlias !== undefined && providers.includes(image.facts.ImageOwnerAlias))

const meetsNames = (names: string[] | undefined, image: WorldImage) =>
  !isSet(names) || names.some(name => matchesWildcard(name)(image.facts.Name ?? ''))

const meetsProductCodes = (codes: string[] | undefined, image: WorldImage) =>
  !isSet(codes) || (image.facts.ProductCodes ?? []).some(code => codes.includes(code.ProductCodeId ?? ''))

/** One watermark has to meet one of them as a whole. */
const meetsWatermarks = (wanted: ImageWatermarkFilterResponse[] | undefined, image: WorldImage, now: Date) =>
  !isSet(wanted) ||
  (image.facts.ImageWatermarks ?? []).some(watermark => wanted.some(filter => fits(filter, watermark, now)))

const fits = (filter: ImageWatermarkFilterResponse, watermark: ImageWatermark, now: Date) =>
  (filter.WatermarkKey === undefined || matchesWildcard(filter.WatermarkKey)(watermark.WatermarkKey ?? '')) &&
  (filter.SourceImageRegion === undefined ||
    matchesWildcard(filter.SourceImageRegion)(watermark.SourceImageRegion ?? '')) &&
  isWithin(filter.MaximumDaysSinceSourceImageCreated, watermark.SourceImageCreationTime?.toISOString(), now) &&
  isWithin(filter.MaximumDaysSinceWatermarkCreated, watermark.WatermarkCreationTime?.toISOString(), now)

const isWithin = (days: number | undefined, time: string | undefined, now: Date) =>
  days === undefined || time === undefined || now.getTime() - Date.parse(time) <= days * 86_400_000
