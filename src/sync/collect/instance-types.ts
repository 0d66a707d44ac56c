import { describeInstanceTypes } from '../../aws/ec2/describe-instance-types.ts'
import { replacePlainFacts } from '../../db/facts/replace-plain-facts.ts'
import { instanceTypes as instanceTypeTable } from '../../db/facts/tables.ts'
import type { InstanceType } from '../../domain/facts.ts'
import { allOf, type Collector, complete } from '../collector.ts'

/** The instance types that AWS offers in a Region and what they can boot (R2), asked once for the whole organization. */
export const instanceTypes: Collector<InstanceType[]> = {
  async collect({ aws, source: { accountId, region } }) {
    return complete(await allOf(describeInstanceTypes(await aws.ec2(accountId, region), region)))
  },
  write: (client, { region }, facts) => replacePlainFacts(client, instanceTypeTable, { region }, facts),
}
