import type { ClientBase } from 'pg'
import type { ToldInstance } from '../../domain/aws-event/named-thing.ts'
import { toRow } from '../facts/fact-table.ts'
import { instanceImages, instanceProducts } from '../facts/tables.ts'
import { upsertFacts } from '../facts/upsert-facts.ts'

/**
 * Adds what events told of instances that AWS does not show, by their IDs, to the images and product codes ever seen
 * (R14, R17); what is known already stays as it is.
 */
export async function keepToldInstances(
  client: ClientBase,
  accountId: string,
  region: string,
  told: ReadonlyMap<string, ToldInstance>,
): Promise<void> {
  const ordered = [...told].toSorted(([a], [b]) => (a < b ? -1 : 1))
  await upsertFacts(
    client,
    instanceImages,
    ordered.map(([instanceId, { imageId, launchTime }]) =>
      toRow({ accountId, region, instanceId, imageId, launchTime, evidence: 'EVENT' }),
    ),
  )
  await upsertFacts(
    client,
    instanceProducts,
    ordered.flatMap(([instanceId, { productCodes }]) =>
      productCodes.map(code => toRow({ accountId, region, instanceId, ...code })),
    ),
  )
}
