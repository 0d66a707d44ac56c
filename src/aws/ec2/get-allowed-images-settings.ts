import { type EC2Client, GetAllowedImagesSettingsCommand, type ImageCriterion } from '@aws-sdk/client-ec2'
import type { AllowedImagesCriterion, AllowedImagesSettings } from '../../domain/facts.ts'
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
  ...others
}: ImageCriterion): AllowedImagesCriterion {
  return {
    imageProviders: listOrNull(ImageProviders),
    imageNames: listOrNull(ImageNames),
    marketplaceProductCodes: listOrNull(MarketplaceProductCodes),
    maximumDaysSinceCreated: CreationDateCondition?.MaximumDaysSinceCreated ?? null,
    maximumDaysSinceDeprecated: DeprecationTimeCondition?.MaximumDaysSinceDeprecated ?? null,
    otherConditions: Object.entries(others)
      .filter(([, condition]) => condition !== undefined && !(Array.isArray(condition) && condition.length === 0))
      .map(([name]) => name)
      .sort(),
  }
}

/** An empty list is a condition that AWS wrote out although it is not set. */
function listOrNull(list: string[] | undefined): string[] | null {
  return list === undefined || list.length === 0 ? null : list
}
