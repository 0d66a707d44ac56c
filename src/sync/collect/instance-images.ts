import { describeInstanceImages } from '../../aws/ec2/describe-instance-images.ts'
import { replacePlainFacts } from '../../db/facts/replace-plain-facts.ts'
import { instanceImageMetadata } from '../../db/facts/tables.ts'
import { mergeToldByInstances } from '../../db/images/merge-told-by-instances.ts'
import type { InstanceImageMetadata } from '../../domain/facts.ts'
import { allOf, type Collector, complete } from '../collector.ts'

/** What an account's instances say of the images behind them, gone and private ones too. */
export const instanceImages: Collector<InstanceImageMetadata[]> = {
  async collect({ aws, source: { accountId, region } }) {
    return complete(await allOf(describeInstanceImages(await aws.ec2(accountId, region), accountId, region)))
  },
  async write(client, { accountId, region }, facts) {
    const changed = await replacePlainFacts(client, instanceImageMetadata, { account_id: accountId, region }, facts)
    const imageIds = facts.map(({ imageId }) => imageId)
    // What no listing shows is known at least by this, until it is looked up for the whole organization.
    return changed + (await mergeToldByInstances(client, region, imageIds, ['INSTANCE']))
  },
}
