import { describeSharedImages } from '../../aws/ec2/describe-images.ts'
import { mergeSeenImages } from '../../db/images/merge-seen-images.ts'
import { replaceImageTags } from '../../db/images/replace-image-tags.ts'
import { replaceImageView } from '../../db/images/replace-image-view.ts'
import type { SeenImage } from '../../domain/facts.ts'
import { type Listing, mapPages, pagesOf } from '../../domain/listing.ts'
import { type Collector, listing } from '../collector.ts'

/** The images of others that an account may launch, with the tags that it set on them (R10, R21). */
export const imagesShared: Collector<Listing<SeenImage>> = {
  async collect({ aws, source: { accountId, region } }) {
    const seen = describeSharedImages(await aws.ec2(accountId, region), region)
    // An own image that names its owner among its launch permissions is listed here too.
    return listing(mapPages(seen, page => page.filter(({ image }) => image.ownerAccountId !== accountId)))
  },
  async write(client, { accountId, region }, facts) {
    const images = { pages: () => mapPages(facts.pages(), page => page.map(({ image }) => image)) }
    const merged = await mergeSeenImages(client, region, images, 'CONSUMER', accountId)
    const imageIds: string[] = []
    for await (const page of pagesOf(images)) imageIds.push(...page.map(({ imageId }) => imageId))
    const view = await replaceImageView(client, accountId, region, imageIds)
    return merged + view + (await replaceImageTags(client, { accountId, region, setByOwner: false }, facts))
  },
}
