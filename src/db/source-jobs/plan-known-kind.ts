import type { Place } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'
import { addSourceJobs } from './add-source-jobs.ts'

/** Has a place's source of this kind read as soon as somebody can, where it is read at all. */
export async function planKnownKind(client: Queryable, { accountId, region }: Place, kind: string): Promise<void> {
  await addSourceJobs(
    client,
    `select account_id, region, kind from amigraph.coverage where account_id = $4 and region = $5 and kind = $6`,
    [accountId, region, kind],
    { syncRunId: null, asked: true, evenIfPostponed: true },
  )
}
