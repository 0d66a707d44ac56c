import { sql } from 'kysely'
import type { Queryable } from '../pool.ts'
import { compileStatement, type Sql } from '../statement.ts'
import { hiddenImages } from './problems/allowed-images.ts'
import { copiesOfAccounts, copiesOfUnits } from './problems/copies.ts'
import { foundOver, type ImageName } from './problems/found-over.ts'
import { lostGrantees } from './problems/grantees.ts'
import { deprecatedImages, disabledImages } from './problems/images.ts'
import { awsManagedKeys, keysOfAccounts, keysOfUnits, keyVerdicts } from './problems/keys.ts'
import { quotaPressure } from './problems/quota.ts'
import { unlistedImages, unseenImages } from './problems/views.ts'

const everyProblem = [
  awsManagedKeys,
  keysOfAccounts,
  keysOfUnits,
  copiesOfAccounts,
  copiesOfUnits,
  hiddenImages,
  lostGrantees,
  deprecatedImages,
  disabledImages,
  quotaPressure,
  unseenImages,
  unlistedImages,
]

/**
 * Finds what is wrong with the shares of these images (question 7) in the facts as they are, and makes their rows of
 * amigraph.share_problems equal to it: what is still there keeps the time at which it was first found. Costs grow with
 * the permissions of these images, and with the accounts that those reach. Returns the rows changed.
 */
export const findShareProblems = async (client: Queryable, images: readonly ImageName[]): Promise<number> => {
  const { rowCount } = await client.query(compileStatement(findStatement(images)))
  return rowCount ?? 0
}

/** The statement of `findShareProblems`. */
export const findStatement = (images: readonly ImageName[]): Sql => sql`
  with ${foundOver(images)}, ${keyVerdicts}, problem as materialized (
    select distinct on (region, image_id, code, grantee, account_id) *, md5(severity || message) as content_hash
    from (${sql.join(everyProblem, sql` union all `)}) found
    order by region, image_id, code, grantee, account_id, message
  ), gone as (
    delete from amigraph.share_problems s using doubted d
    where s.region = d.region and s.image_id = d.image_id and not exists (
      select from problem f where (f.region, f.image_id, f.code, f.grantee, f.account_id)
        = (s.region, s.image_id, s.code, s.grantee, s.account_id))
    returning 1
  ), written as (
    insert into amigraph.share_problems as s
      (region, image_id, code, grantee, account_id, owner_account_id, severity, message, content_hash)
    select f.region, f.image_id, f.code, f.grantee, f.account_id, f.owner_account_id, f.severity, f.message, f.content_hash
    from problem f
    where not exists (
      select from amigraph.share_problems known
      where (known.region, known.image_id, known.code, known.grantee, known.account_id, known.content_hash)
        = (f.region, f.image_id, f.code, f.grantee, f.account_id, f.content_hash))
    on conflict (region, image_id, code, grantee, account_id) do update set
      owner_account_id = excluded.owner_account_id, severity = excluded.severity, message = excluded.message,
      content_hash = excluded.content_hash
    returning 1
  )
  select 1 from gone union all select 1 from written`
