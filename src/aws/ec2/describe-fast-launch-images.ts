import {
  DescribeFastLaunchImagesCommand,
  type DescribeFastLaunchImagesSuccessItem,
  type EC2Client,
} from '@aws-sdk/client-ec2'
import type { FastLaunchImage } from '../../domain/facts.ts'
import { spell } from '../../domain/vocabulary.ts'
import { pages } from '../pages.ts'

const pageSize = 200

/** ec2 DescribeFastLaunchImages: the Windows images that the account launches from pre-provisioned snapshots. */
export async function* describeFastLaunchImages(
  ec2: EC2Client,
  accountId: string,
  region: string,
): AsyncGenerator<FastLaunchImage[]> {
  const listing = pages(NextToken => ec2.send(new DescribeFastLaunchImagesCommand({ MaxResults: pageSize, NextToken })))
  for await (const { FastLaunchImages = [] } of listing)
    yield FastLaunchImages.flatMap(item => readItem(accountId, region, item) ?? [])
}

function readItem(
  accountId: string,
  region: string,
  item: DescribeFastLaunchImagesSuccessItem,
): FastLaunchImage | null {
  if (!item.ImageId) return null
  return {
    accountId,
    region,
    imageId: item.ImageId,
    ownerAccountId: item.OwnerId ?? null,
    resourceType: item.ResourceType ?? null,
    targetResourceCount: item.SnapshotConfiguration?.TargetResourceCount ?? null,
    maxParallelLaunches: item.MaxParallelLaunches ?? null,
    launchTemplateId: item.LaunchTemplate?.LaunchTemplateId ?? null,
    launchTemplateName: item.LaunchTemplate?.LaunchTemplateName ?? null,
    launchTemplateVersion: item.LaunchTemplate?.Version ?? null,
    state: spell('fastLaunchState', item.State) ?? 'OTHER',
    stateTransitionReason: item.StateTransitionReason || null,
    stateTransitionTime: item.StateTransitionTime ?? null,
  }
}
