import type { SourceKind } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'
import { type AddedJobs, addSourceJobs } from './add-source-jobs.ts'

export type PlannedRegions = {
  /** null: every account */
  accountId: string | null
  /** Empty: every Region that the account has enabled */
  regions: readonly string[]
  kinds: readonly SourceKind[]
  /** Only of accounts that could be entered when their Regions were last read */
  onlyEntered?: boolean
}

/** Adds the jobs of these kinds in the Regions that accounts have enabled. Cost grows with the jobs. */
export async function planRegions(
  client: Queryable,
  { accountId, regions, kinds, onlyEntered = false }: PlannedRegions,
  added: AddedJobs,
): Promise<void> {
  await addSourceJobs(
    client,
    `select r.account_id, r.region, wanted.kind
     from amigraph.account_regions r cross join unnest($6::text[]) as wanted (kind)
     where ($4::text is null or r.account_id = $4) and (cardinality($5::text[]) = 0 or r.region = any($5))
       and (not $7::boolean or exists (
         select from amigraph.coverage c where c.account_id = r.account_id and c.kind = 'REGIONS' and c.error_code is null))`,
    [accountId, regions, kinds, onlyEntered],
    added,
  )
}
