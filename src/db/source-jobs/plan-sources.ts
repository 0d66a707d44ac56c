import type { Source } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'
import { type AddedJobs, addSourceJobs } from './add-source-jobs.ts'

/** Adds the jobs of these sources. */
export async function planSources(client: Queryable, sources: readonly Source[], added: AddedJobs): Promise<void> {
  await addSourceJobs(
    client,
    `select account_id, region, kind from unnest($4::text[], $5::text[], $6::text[]) as given (account_id, region, kind)`,
    [sources.map(s => s.accountId), sources.map(s => s.region), sources.map(s => s.kind)],
    added,
  )
}
