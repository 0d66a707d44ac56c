import type { ClientBase } from 'pg'
import { contentHash } from '../../domain/content-hash.ts'
import type { Instance } from '../../domain/facts.ts'
import { type Listed, onlyListed } from '../../domain/listing.ts'
import { type Extent, everything, isWithin } from '../facts/extent.ts'
import { toRow } from '../facts/fact-table.ts'
import { replaceFacts } from '../facts/replace-facts.ts'
import {
  instanceImages,
  instanceOperations,
  instanceProductCodes,
  instanceProducts,
  instances,
} from '../facts/tables.ts'
import { upsertFacts } from '../facts/upsert-facts.ts'

/**
 * Makes the instances of one account and Region equal to a complete listing, and adds the image, the product codes and the
 * usage operation of each to those ever seen (R14, R16, R17). A listing that tells of some instances only leaves the others as they are. Returns
 * the rows changed.
 */
export async function replaceInstances(
  client: ClientBase,
  accountId: string,
  region: string,
  listed: Listed<Instance>,
  extent: Extent = everything,
): Promise<number> {
  const rowOf = (instance: Instance) => {
    const { productCodes: _, ...columns } = instance
    return [{ ...toRow(columns), content_hash: contentHash(instance) }]
  }
  const isTold = isWithin(extent)
  const seen = onlyListed(listed, ({ instanceId }) => isTold(instanceId))
  return replaceFacts(client, instances, { account_id: accountId, region }, seen, rowOf, {
    among: { column: 'instance_id', extent },
    async alsoWrite(upserted, page) {
      const byId = new Map(page.map(instance => [instance.instanceId, instance]))
      const changed = upserted.flatMap(row => byId.get(String(row['instance_id'])) ?? [])
      if (changed.length > 0) await writeParts(client, accountId, region, changed)
    },
  })
}

async function writeParts(
  client: ClientBase,
  accountId: string,
  region: string,
  changed: readonly Instance[],
): Promise<void> {
  const codes = changed.flatMap(({ instanceId, productCodes }) =>
    productCodes.map(code => ({ accountId, region, instanceId, ...code })),
  )
  await client.query(
    `delete from amigraph.instance_product_codes part
     where account_id = $1 and region = $2 and instance_id = any($3::text[])
       and not exists (select from unnest($4::text[], $5::text[]) as given (instance_id, product_code)
         where given.instance_id = part.instance_id and given.product_code = part.product_code)`,
    [
      accountId,
      region,
      changed.map(({ instanceId }) => instanceId),
      codes.map(({ instanceId }) => instanceId),
      codes.map(({ productCode }) => productCode),
    ],
  )
  await upsertFacts(client, instanceProductCodes, codes.map(toRow))
  await upsertFacts(client, instanceProducts, codes.map(toRow))
  await upsertFacts(
    client,
    instanceImages,
    changed.map(({ instanceId, imageId, launchTime }) =>
      toRow({ accountId, region, instanceId, imageId, launchTime, evidence: 'LISTING' }),
    ),
  )
  await upsertFacts(
    client,
    instanceOperations,
    changed.flatMap(({ instanceId, usageOperation }) =>
      usageOperation === null ? [] : [toRow({ accountId, region, instanceId, usageOperation })],
    ),
  )
}
