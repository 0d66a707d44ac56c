import { type EC2Client, ListImagesInRecycleBinCommand } from '@aws-sdk/client-ec2'
import type { RecycleBinImage } from '../../domain/facts.ts'
import { pages } from '../pages.ts'

const pageSize = 1_000

/** ec2 ListImagesInRecycleBin: the account's deregistered images in the client's Region that it can still restore. */
export async function* listImagesInRecycleBin(
  ec2: EC2Client,
  accountId: string,
  region: string,
): AsyncGenerator<RecycleBinImage[]> {
  const listing = pages(NextToken => ec2.send(new ListImagesInRecycleBinCommand({ MaxResults: pageSize, NextToken })))
  for await (const { Images = [] } of listing)
    yield Images.flatMap(({ ImageId: imageId, Name, Description, RecycleBinEnterTime, RecycleBinExitTime }) =>
      imageId
        ? [
            {
              accountId,
              region,
              imageId,
              name: Name ?? null,
              description: Description || null,
              enterTime: RecycleBinEnterTime ?? null,
              exitTime: RecycleBinExitTime ?? null,
            },
          ]
        : [],
    )
}
