import { describeRegions } from '../../aws/ec2/describe-regions.ts'
import { replacePlainFacts } from '../../db/facts/replace-plain-facts.ts'
import { accountRegions } from '../../db/facts/tables.ts'
import type { AccountRegion } from '../../domain/facts.ts'
import { type Collector, complete } from '../collector.ts'

/** The Regions that an account has enabled; asked in `homeRegion`, any enabled one answers for all. */
export function regions(homeRegion: string): Collector<AccountRegion[]> {
  return {
    async collect({ aws, source }) {
      return complete(await describeRegions(await aws.ec2(source.accountId, homeRegion), source.accountId))
    },
    write: (client, { accountId }, facts) =>
      replacePlainFacts(client, accountRegions, { account_id: accountId }, facts),
  }
}
