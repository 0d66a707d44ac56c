import type { Queryable } from '../pool.ts'

/**
 * (R21) An account sees other images of others as launchable than before. Where the owner's list does not explain that,
 * it may have changed since it was read: an image appeared that no entry lets the account launch, or disappeared although
 * one does. Cost grows with what changed.
 */
export async function doubtUnexplainedViews(
  client: Queryable,
  { accountId, region }: { accountId: string; region: string },
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const seen = new Set(before)
  const sees = new Set(after)
  const appeared = after.filter(imageId => !seen.has(imageId))
  const disappeared = before.filter(imageId => !sees.has(imageId))
  if (appeared.length + disappeared.length === 0) return
  await client.query(
    `update amigraph.launch_permission_reads r set doubts = r.doubts + 1
     from amigraph.accounts a
     where a.account_id = $1 and r.region = $2 and r.image_id = any($3::text[] || $4::text[])
       and (r.image_id = any($3)) <> exists (
         select from amigraph.launch_permissions p
         where p.region = r.region and p.image_id = r.image_id
           and p.target_id = any(a.ancestor_ids || array[a.account_id, a.organization_id]))`,
    [accountId, region, appeared, disappeared],
  )
}
