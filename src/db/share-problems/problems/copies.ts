import { sql } from 'kysely'
import { permissionStatus } from '../../launch-permissions/status.ts'
import { type Problems, permissionsOfImages, problem } from './problem.ts'
import { reachedBy } from './reached.ts'

/** Snapshots behind an image whose permissions were read, and that are not for everybody. */
const guardedSnapshots = sql`
  select v.region, v.snapshot_id
  from amigraph.image_storage v
  join amigraph.snapshot_permission_reads r
    on r.region = v.region and r.snapshot_id = v.snapshot_id and r.observed_at is not null
  where v.region = i.region and v.image_id = i.image_id and not exists (
    select from amigraph.snapshot_create_volume_permissions c
    where c.region = v.region and c.snapshot_id = v.snapshot_id and c.kind = 'PUBLIC')`

/** (R7) Grants to an account that may not read the storage of every volume. */
export const copiesOfAccounts: Problems = sql`
  select ${problem({
    code: sql`'NOT_COPYABLE'`,
    severity: 'BLOCKS_COPY',
    message: sql`format('Account %s may launch the image, but not copy it: %s is not shared with it', p.target_id, lacking.snapshot_id)`,
    grantee: sql`p.grantee`,
    account: sql`p.target_id`,
  })}
  from ${permissionsOfImages}
  join lateral (
    select min(s.snapshot_id) as snapshot_id from (${guardedSnapshots}) s
    where not exists (
      select from amigraph.snapshot_create_volume_permissions c
      where c.region = s.region and c.snapshot_id = s.snapshot_id and c.kind = 'ACCOUNT' and c.grantee = p.target_id)
  ) lacking on lacking.snapshot_id is not null
  where p.kind = 'ACCOUNT' and p.target_id <> i.owner_account_id
    and ${permissionStatus('p')} in ('ACTIVE', 'OUTSIDE_ORGANIZATION')`

/** (R7) Grants to a unit or the organization: a snapshot is shared with accounts one by one. */
export const copiesOfUnits: Problems = sql`
  select ${problem({
    code: sql`'NOT_COPYABLE'`,
    severity: 'BLOCKS_COPY',
    message: sql`format('%s of the %s accounts may launch the image, but not copy it: %s is not shared with them',
      reached.accounts - lacking.shared, reached.accounts, lacking.snapshot_id)`,
    grantee: sql`p.grantee`,
  })}
  from ${permissionsOfImages}
  cross join lateral (select count(*) as accounts from ${reachedBy('p')} account) reached
  join lateral (
    select s.snapshot_id, (
      select count(*) from amigraph.snapshot_create_volume_permissions c
      join amigraph.accounts a on a.account_id = c.grantee and a.state = 'ACTIVE'
      where c.region = s.region and c.snapshot_id = s.snapshot_id and c.kind = 'ACCOUNT'
        and c.grantee <> i.owner_account_id
        and p.target_id = any(a.ancestor_ids || a.organization_id)) as shared
    from (${guardedSnapshots}) s
    order by 2, 1
    limit 1
  ) lacking on lacking.shared < reached.accounts
  where p.kind in ('ORGANIZATIONAL_UNIT', 'ORGANIZATION')`
