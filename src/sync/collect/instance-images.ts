import { describeInstanceImages } from '../../aws/ec2/describe-instance-images.ts'
import { replacePlainFacts } from '../../db/facts/replace-plain-facts.ts'
import { instanceImageMetadata } from '../../db/facts/tables.ts'
import type { InstanceImageMetadata } from '../../domain/facts.ts'
import { allOf, type Collector, complete } from '../collector.ts'

/** What an account's instances say of the images behind them, gone and private ones too. */
export const instanceImages: Collector<InstanceImageMetadata[]> = {
  async collect({ aws, source: { accountId, region } }) {
    return complete(await allOf(describeInstanceImages(await aws.ec2(accountId, region), accountId, region)))
  },
  write: (client, { accountId, region }, facts) =>
    replacePlainFacts(client, instanceImageMetadata, { account_id: accountId, region }, facts),
}
