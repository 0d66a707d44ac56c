import type { ImageReference } from '@aws-sdk/client-ec2'
import type { WorldReference } from '../world.ts'
import type { ImageView } from './load-images.ts'
import { listIn, textIn } from './read-outputs.ts'

/** Loads what an account's resources in a Region were recorded to name. */
export const loadImageReferences = ({ accountId, region, folder }: ImageView): void => {
  const references = folder.outputs('describe-image-references').flatMap(output =>
    listIn<ImageReference>(output, 'ImageReferences').map((recorded): WorldReference => {
      textIn(output, recorded, 'ResourceType')
      return {
        type: recorded.ResourceType as WorldReference['type'],
        arn: textIn(output, recorded, 'Arn'),
        imageId: textIn(output, recorded, 'ImageId'),
      }
    }),
  )
  if (references.length > 0) region.references.set(accountId, references)
}
