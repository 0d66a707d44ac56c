import type { ClientBase } from 'pg'
import { contentHash } from '../../domain/content-hash.ts'
import type { Instance } from '../../domain/facts.ts'
import { toRow } from '../facts/fact-table.ts'
import { replaceFacts } from '../facts/replace-facts.ts'
import { instanceImages, instanceProductCodes, instances } from '../facts/tables.ts'
import { upsertFacts } from '../facts/upsert-facts.ts'

/**
 * Makes the instances of one account and Region equal to a complete listing, and adds each instance-to-image pair to
 * those ever seen (R17). Returns the rows changed.
 */
export async function replaceInstances(
  client: ClientBase,
  accountId: string,
  region: string,
  listed: readonly Instance[],
): Promise<number> {
  const byId = new Map(listed.map(instance => [instance.instanceId, instance]))
  const rows = [...byId.values()].map(instance => {
    const { productCodes: _, ...columns } = instance
    return { ...toRow(columns), content_hash: contentHash(instance) }
  })
  const { upserted, deleted } = await replaceFacts(client, instances, { account_id: accountId, region }, rows)
  const changed = upserted.map(row => byId.get(String(row.instance_id))).filter(instance => instance !== undefined)
  await client.query(
    `delete from amigraph.instance_product_codes
     where account_id = $1 and region = $2 and instance_id = any($3::text[])`,
    [accountId, region, changed.map(instance => instance.instanceId)],
  )
  await upsertFacts(
    client,
    instanceProductCodes,
    changed.flatMap(({ instanceId, productCodes }) =>
      productCodes.map(code => toRow({ accountId, region, instanceId, ...code })),
    ),
  )
  await upsertFacts(
    client,
    instanceImages,
    changed.map(({ instanceId, imageId, launchTime }) => toRow({ accountId, region, instanceId, imageId, launchTime })),
  )
  return upserted.length + deleted
}
