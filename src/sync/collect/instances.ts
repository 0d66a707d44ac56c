import { describeInstances } from '../../aws/ec2/describe-instances.ts'
import { replaceInstances } from '../../db/instances/replace-instances.ts'
import { extentOfListing } from '../../db/targeted-reads/extent-of-listing.ts'
import type { Instance } from '../../domain/facts.ts'
import type { Listing } from '../../domain/listing.ts'
import { type Collector, listing } from '../collector.ts'

/** The instances of an account, and which image each runs on. */
export const instances: Collector<Listing<Instance>> = {
  async collect({ aws, source: { accountId, region } }) {
    return listing(describeInstances(await aws.ec2(accountId, region), accountId, region))
  },
  async write(client, source, facts) {
    const { accountId, region } = source
    return replaceInstances(client, accountId, region, facts, await extentOfListing(client, source))
  },
}
