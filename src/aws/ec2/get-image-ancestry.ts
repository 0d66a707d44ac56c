import { type EC2Client, GetImageAncestryCommand } from '@aws-sdk/client-ec2'
import type { ImageAncestor } from '../../domain/facts.ts'

/**
 * ec2 GetImageAncestry: what an image was made from, what that was made from, and so on, as far as AWS knows; the last
 * entry's own source included.
 */
export async function getImageAncestry(ec2: EC2Client, imageId: string): Promise<ImageAncestor[]> {
  const { ImageAncestryEntries: entries = [] } = await ec2.send(new GetImageAncestryCommand({ ImageId: imageId }))
  return entries.flatMap((entry, index) => {
    const next = entries[index + 1]
    const ancestorImageId = next?.ImageId ?? entry.SourceImageId
    return ancestorImageId
      ? [
          {
            generation: index + 1,
            ancestorRegion: entry.SourceImageRegion ?? null,
            ancestorImageId,
            ancestorOwnerAlias: next?.ImageOwnerAlias ?? null,
            ancestorCreationDate: next?.CreationDate ?? null,
          },
        ]
      : []
  })
}
