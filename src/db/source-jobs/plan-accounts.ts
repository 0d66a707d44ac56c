import { globalRegion } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'
import { type AddedJobs, addSourceJobs } from './add-source-jobs.ts'

/** Adds a job for the Regions of every member account. Cost grows with the accounts. */
export async function planAccounts(client: Queryable, added: AddedJobs): Promise<void> {
  await addSourceJobs(
    client,
    `select account_id, $4::text as region, 'REGIONS' as kind from amigraph.accounts`,
    [globalRegion],
    added,
  )
}
