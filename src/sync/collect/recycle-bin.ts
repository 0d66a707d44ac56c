import { listImagesInRecycleBin } from '../../aws/ec2/list-images-in-recycle-bin.ts'
import { replacePlainFacts } from '../../db/facts/replace-plain-facts.ts'
import { recycleBinImages } from '../../db/facts/tables.ts'
import type { RecycleBinImage } from '../../domain/facts.ts'
import type { Listing } from '../../domain/listing.ts'
import { type Collector, listing } from '../collector.ts'

/** The deregistered images that an account can still restore. */
export const recycleBin: Collector<Listing<RecycleBinImage>> = {
  async collect({ aws, source: { accountId, region } }) {
    return listing(listImagesInRecycleBin(await aws.ec2(accountId, region), accountId, region))
  },
  write: (client, { accountId, region }, facts) =>
    replacePlainFacts(client, recycleBinImages, { account_id: accountId, region }, facts),
}
