import { listImagePipelines } from '../../aws/imagebuilder/list-image-pipelines.ts'
import { replacePlainFacts } from '../../db/facts/replace-plain-facts.ts'
import { imagePipelines as table } from '../../db/facts/tables.ts'
import type { ImagePipeline } from '../../domain/facts.ts'
import { allOf, type Collector, complete } from '../collector.ts'

/** (R19) The pipelines of an account. */
export const imagePipelines: Collector<ImagePipeline[]> = {
  async collect({ aws, source: { accountId, region } }) {
    return complete(await allOf(listImagePipelines(await aws.imagebuilder(accountId, region), accountId, region)))
  },
  write: (client, { accountId, region }, facts) =>
    replacePlainFacts(client, table, { account_id: accountId, region }, facts),
}
