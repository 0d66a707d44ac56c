import { describeInstances } from '../../aws/ec2/describe-instances.ts'
import { replaceInstances } from '../../db/instances/replace-instances.ts'
import type { Instance } from '../../domain/facts.ts'
import { allOf, type Collector, complete } from '../collector.ts'

/** The instances of an account, and which image each runs on. */
export const instances: Collector<Instance[]> = {
  async collect({ aws, source: { accountId, region } }) {
    return complete(await allOf(describeInstances(await aws.ec2(accountId, region), accountId, region)))
  },
  write: (client, { accountId, region }, facts) => replaceInstances(client, accountId, region, facts),
}
