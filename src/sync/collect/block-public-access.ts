import { getImageBlockPublicAccess } from '../../aws/ec2/get-image-block-public-access.ts'
import { getSnapshotBlockPublicAccess } from '../../aws/ec2/get-snapshot-block-public-access.ts'
import { replacePlainFacts } from '../../db/facts/replace-plain-facts.ts'
import { blockPublicAccess as blockPublicAccessTable } from '../../db/facts/tables.ts'
import type { BlockPublicAccess } from '../../domain/facts.ts'
import { type Collector, complete } from '../collector.ts'

/** Whether an account's images can become public (R8). */
export const imageBlockPublicAccess = blockPublicAccess(getImageBlockPublicAccess)

/** Whether an account's snapshots can become public (R8). */
export const snapshotBlockPublicAccess = blockPublicAccess(getSnapshotBlockPublicAccess)

function blockPublicAccess(get: typeof getImageBlockPublicAccess): Collector<BlockPublicAccess> {
  return {
    async collect({ aws, source: { accountId, region } }) {
      return complete(await get(await aws.ec2(accountId, region), accountId, region))
    },
    write: (client, { accountId, region }, setting) =>
      replacePlainFacts(client, blockPublicAccessTable, { account_id: accountId, region, resource: setting.resource }, [
        setting,
      ]),
  }
}
