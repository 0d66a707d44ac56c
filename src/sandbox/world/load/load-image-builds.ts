import type { Image, ImagePipeline, ImageSummary, ImageVersion } from '@aws-sdk/client-imagebuilder'
import type { ImageView } from './load-images.ts'
import { listIn, textIn } from './read-outputs.ts'

/** Loads what Image Builder answered an account: its pipelines, the versions of its images, their builds, and how they were made. */
export const loadImageBuilds = ({ accountId, region, folder }: ImageView): void => {
  const listed = <Item extends object>(operation: string, member: string) =>
    folder.outputs(operation).flatMap(output =>
      listIn<Item>(output, member).map(item => {
        textIn(output, item, 'arn')
        return item
      }),
    )
  region.recordedBuilds.set(accountId, {
    pipelines: listed<ImagePipeline>('list-image-pipelines', 'imagePipelineList'),
    versions: listed<ImageVersion>('list-images', 'imageVersionList'),
    summaries: listed<ImageSummary>('list-image-build-versions', 'imageSummaryList'),
    images: folder.outputs('get-image').map(output => {
      const image = (output.body['image'] ?? {}) as Image
      textIn(output, image, 'arn')
      return image
    }),
  })
}
