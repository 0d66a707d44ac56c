import {
  DescribeInstanceImageMetadataCommand,
  type EC2Client,
  type InstanceImageMetadata as Ec2InstanceImageMetadata,
} from '@aws-sdk/client-ec2'
import type { InstanceImageMetadata } from '../../domain/facts.ts'
import { spell } from '../../domain/vocabulary.ts'
import { pages } from '../pages.ts'
import { readDate } from './read-date.ts'
import { readWatermarks } from './read-watermarks.ts'

const pageSize = 1_000

/**
 * ec2 DescribeInstanceImageMetadata: what is known of the image behind each instance, even where the image is gone or
 * private. Several instances of one image say the same; each image is given once a page.
 */
export async function* describeInstanceImages(
  ec2: EC2Client,
  accountId: string,
  region: string,
): AsyncGenerator<InstanceImageMetadata[]> {
  const listing = pages(NextToken =>
    ec2.send(new DescribeInstanceImageMetadataCommand({ MaxResults: pageSize, NextToken })),
  )
  for await (const { InstanceImageMetadata: found = [] } of listing) {
    const images = new Map<string, InstanceImageMetadata>()
    for (const { ImageMetadata } of found) {
      const image = readMetadata(accountId, region, ImageMetadata)
      if (image !== null) images.set(image.imageId, image)
    }
    yield [...images.values()]
  }
}

function readMetadata(
  accountId: string,
  region: string,
  metadata: Ec2InstanceImageMetadata['ImageMetadata'],
): InstanceImageMetadata | null {
  if (!metadata?.ImageId) return null
  return {
    accountId,
    region,
    imageId: metadata.ImageId,
    name: metadata.Name ?? null,
    ownerAccountId: metadata.OwnerId ?? null,
    ownerAlias: readAlias(metadata.ImageOwnerAlias),
    state: spell('imageState', metadata.State) ?? 'OTHER',
    isPublic: metadata.IsPublic ?? null,
    creationDate: readDate(metadata.CreationDate),
    deprecationTime: readDate(metadata.DeprecationTime),
    imageAllowed: metadata.ImageAllowed ?? null,
    watermarks: metadata.Name === undefined ? null : readWatermarks(metadata.ImageWatermarks),
  }
}

/** This call gives the owner's account ID where there is no alias. */
function readAlias(given: string | undefined): string | null {
  return given === undefined || given === '' || /^\d{12}$/.test(given) || given === 'self' ? null : given
}
