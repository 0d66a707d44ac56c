import { getAllowedImagesSettings } from '../../aws/ec2/get-allowed-images-settings.ts'
import { replacePlainFacts } from '../../db/facts/replace-plain-facts.ts'
import { allowedImagesSettings } from '../../db/facts/tables.ts'
import type { AllowedImagesSettings } from '../../domain/facts.ts'
import { type Collector, complete } from '../collector.ts'

/** Which images of others an account lets itself use (R13). */
export const allowedImages: Collector<AllowedImagesSettings> = {
  async collect({ aws, source: { accountId, region } }) {
    return complete(await getAllowedImagesSettings(await aws.ec2(accountId, region), accountId, region))
  },
  write: (client, { accountId, region }, settings) =>
    replacePlainFacts(client, allowedImagesSettings, { account_id: accountId, region }, [settings]),
}
