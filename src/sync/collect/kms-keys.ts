import { databaseTime } from '../../db/clock.ts'
import { readKeysToAsk } from '../../db/kms-keys/read-keys-to-ask.ts'
import { type KeyRead, replaceKmsKeys } from '../../db/kms-keys/replace-kms-keys.ts'
import { extentOfListing } from '../../db/targeted-reads/extent-of-listing.ts'
import { askKeys } from '../ask-keys.ts'
import type { Collector } from '../collector.ts'
import { summarizeFailures } from '../summarize-failures.ts'

/**
 * The keys behind shared encrypted images (R9), in their own account and Region. What fails keeps what was known and makes
 * the source incomplete.
 */
export const kmsKeys: Collector<KeyRead[]> = {
  async collect({ aws, statements, source }) {
    const names = await readKeysToAsk(statements, source.accountId, source.region)
    const { reads, failures } = await askKeys(aws, source, names, await databaseTime(statements))
    return { facts: reads, incomplete: summarizeFailures(failures, names.length, 'keys') }
  },
  async write(client, source, facts) {
    const { accountId, region } = source
    return replaceKmsKeys(client, accountId, region, facts, await extentOfListing(client, source))
  },
}
