import { describeOwnSnapshots } from '../../aws/ec2/describe-snapshots.ts'
import { replacePlainFacts } from '../../db/facts/replace-plain-facts.ts'
import { snapshots as snapshotTable } from '../../db/facts/tables.ts'
import type { Snapshot } from '../../domain/facts.ts'
import type { Listing } from '../../domain/listing.ts'
import { type Collector, listing } from '../collector.ts'

/** The snapshots that an account owns. */
export const snapshots: Collector<Listing<Snapshot>> = {
  async collect({ aws, source: { accountId, region } }) {
    return listing(describeOwnSnapshots(await aws.ec2(accountId, region), accountId, region))
  },
  write: (client, { accountId, region }, facts) =>
    replacePlainFacts(client, snapshotTable, { owner_account_id: accountId, region }, facts),
}
