import {
  type EC2Client,
  GetAllowedImagesSettingsCommand,
  type ImageCriterion,
  type ImageWatermarkFilterResponse,
} from '@aws-sdk/client-ec2'
import type { AllowedImagesCriterion, AllowedImagesSettings, WatermarkCondition } from '../../domain/facts.ts'
import { spell } from '../../domain/vocabulary.ts'

/** ec2 GetAllowedImagesSettings (R13): the account's Allowed AMIs in the client's Region, one call without pages. */
export async function getAllowedImagesSettings(
  ec2: EC2Client,
  accountId: string,
  region: string,
): Promise<AllowedImagesSettings> {
  const { State, ManagedBy, ImageCriteria = [] } = await ec2.send(new GetAllowedImagesSettingsCommand({}))
  return {
    accountId,
    region,
    state: spell('allowedImagesState', State) ?? 'OTHER',
    managedBy: spell('settingManager', ManagedBy),
    criteria: ImageCriteria.map(readCriterion),
  }
}

function readCriterion({
  ImageProviders,
  ImageNames,
  MarketplaceProductCodes,
  CreationDateCondition,
  DeprecationTimeCondition,
  ImageWatermarks,
  ...others
}: ImageCriterion): AllowedImagesCriterion {
  return {
    imageProviders: listOrNull(ImageProviders),
    imageNames: listOrNull(ImageNames),
    marketplaceProductCodes: listOrNull(MarketplaceProductCodes),
    maximumDaysSinceCreated: CreationDateCondition?.MaximumDaysSinceCreated ?? null,
    maximumDaysSinceDeprecated: DeprecationTimeCondition?.MaximumDaysSinceDeprecated ?? null,
    imageWatermarks: listOrNull(ImageWatermarks)?.map(readWatermarkCondition) ?? null,
    otherConditions: Object.entries(others)
      .filter(([, condition]) => condition !== undefined && !(Array.isArray(condition) && condition.length === 0))
      .map(([name]) => name)
      .sort(),
  }
}

function readWatermarkCondition(condition: ImageWatermarkFilterResponse): WatermarkCondition {
  return {
    watermarkKey: condition.WatermarkKey ?? null,
    sourceImageRegion: condition.SourceImageRegion ?? null,
    maximumDaysSinceSourceImageCreated: condition.MaximumDaysSinceSourceImageCreated ?? null,
    maximumDaysSinceWatermarkCreated: condition.MaximumDaysSinceWatermarkCreated ?? null,
  }
}

/** An empty list is a condition that AWS wrote out although it is not set. */
function listOrNull<Item>(list: Item[] | undefined): Item[] | null {
  return list === undefined || list.length === 0 ? null : list
}
