import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imageBuild } from '../../../db/image-builder/image-build.ts'
import { pipelineOfBuild } from '../../../db/image-builder/image-pipeline.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const ImageBuild: TypeMap = {
  ...facts(imageBuild.fields),
  account: one(namedAccount),
  pipeline: one(pipelineOfBuild),
}
