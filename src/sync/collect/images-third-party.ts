import { describeImagesById, imageIdsPerCall } from '../../aws/ec2/describe-images.ts'
import { readImagesToLookUp } from '../../db/images/read-images-to-look-up.ts'
import { settleThirdPartyImages } from '../../db/images/settle-third-party-images.ts'
import type { Image } from '../../domain/facts.ts'
import { allOf, type Collector, complete } from '../collector.ts'

type LookedUp = { askedIds: string[]; found: Image[] }

/** Images in use that no listing shows, asked for by ID once a Region for the whole organization. */
export const imagesThirdParty: Collector<LookedUp> = {
  async collect({ aws, statements, source: { accountId, region } }) {
    const askedIds = await readImagesToLookUp(statements, region)
    const ec2 = await aws.ec2(accountId, region)
    const found: Image[] = []
    for (let start = 0; start < askedIds.length; start += imageIdsPerCall) {
      const batch = askedIds.slice(start, start + imageIdsPerCall)
      found.push(...(await allOf(describeImagesById(ec2, region, batch))).map(({ image }) => image))
    }
    return complete({ askedIds, found })
  },
  write: (client, { accountId, region }, { askedIds, found }) =>
    settleThirdPartyImages(client, region, askedIds, found, accountId),
}
