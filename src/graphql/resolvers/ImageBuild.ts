import { pipelineOfBuild } from '../../db/image-builder/image-pipeline.ts'
import { loadAccount } from '../load-account.ts'
import type { ImageBuildResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const ImageBuild: ImageBuildResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),

  pipeline: ({ pipelineArn }, _, { load }, info) =>
    pipelineArn === null ? null : load.one(pipelineOfBuild, { pipelineArn }, selectionOf(info)),
}
