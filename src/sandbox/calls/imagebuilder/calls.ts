import { getImage } from './get-image.ts'
import { listImageBuildVersions } from './list-image-build-versions.ts'
import { listImagePipelines } from './list-image-pipelines.ts'
import { listImages } from './list-images.ts'

/** The calls of EC2 Image Builder that the sandbox answers, by operation name. */
export const imagebuilderCalls = {
  GetImage: getImage,
  ListImageBuildVersions: listImageBuildVersions,
  ListImagePipelines: listImagePipelines,
  ListImages: listImages,
}
