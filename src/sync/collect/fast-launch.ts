import { describeFastLaunchImages } from '../../aws/ec2/describe-fast-launch-images.ts'
import { replacePlainFacts } from '../../db/facts/replace-plain-facts.ts'
import { fastLaunchImages } from '../../db/facts/tables.ts'
import type { FastLaunchImage } from '../../domain/facts.ts'
import { allOf, type Collector, complete } from '../collector.ts'

/** The Windows images that an account keeps pre-provisioned snapshots of. */
export const fastLaunch: Collector<FastLaunchImage[]> = {
  async collect({ aws, source: { accountId, region } }) {
    return complete(await allOf(describeFastLaunchImages(await aws.ec2(accountId, region), accountId, region)))
  },
  write: (client, { accountId, region }, facts) =>
    replacePlainFacts(client, fastLaunchImages, { account_id: accountId, region }, facts),
}
