import { describeOwnImages } from '../../aws/ec2/describe-images.ts'
import { replaceOwnedImages } from '../../db/images/replace-owned-images.ts'
import { extentOfListing } from '../../db/targeted-reads/extent-of-listing.ts'
import type { SeenImage } from '../../domain/facts.ts'
import type { Listing } from '../../domain/listing.ts'
import { type Collector, listing } from '../collector.ts'

/** The images that an account owns, deprecated and disabled ones too, with the tags that it set. */
export const imagesOwned: Collector<Listing<SeenImage>> = {
  async collect({ aws, source: { accountId, region } }) {
    return listing(describeOwnImages(await aws.ec2(accountId, region), region))
  },
  async write(client, source, facts) {
    const { accountId, region } = source
    return replaceOwnedImages(client, accountId, region, facts, await extentOfListing(client, source))
  },
}
