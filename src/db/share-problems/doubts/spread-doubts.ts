import type { Queryable } from '../../pool.ts'
import { ofCode } from './of-code.ts'

/**
 * Turns doubts about anything but an image into doubts about the images that it touches, as facts are now. Costs grow with
 * those images; of a view only with those where it and the owners' lists differ.
 */
export const spreadDoubts = async (client: Queryable): Promise<void> => {
  const { rows } = await client.query<{ kind: string }>(
    `select distinct kind from amigraph.share_doubts where kind <> 'IMAGE'`,
  )
  const doubted = rows.map(({ kind }) => kind)
  // As after a first sync: then the others lead to nothing else, and only take their time.
  if (doubted.includes('ALL')) return spreadKinds(client, doubted, everyImage)
  for (const [kind, images] of spread) if (doubted.includes(kind)) await spreadKinds(client, [kind], images)
}

async function spreadKinds(client: Queryable, kinds: readonly string[], images: string): Promise<void> {
  await client.query(
    `with taken as (delete from amigraph.share_doubts where kind = any($1) returning region, name),
       doubt as materialized (select distinct region, name from taken)
     insert into amigraph.share_doubts select distinct 'IMAGE', region, image_id from (${images}) found`,
    [kinds],
  )
}

const targetsOf = `array[a.account_id, a.organization_id] || a.ancestor_ids`

// `offset 0` has PostgreSQL look up each row by all that is known of it. While tables have no statistics, as after a first
// sync, it would rather go through all of a Region for each account: minutes where fifty accounts are.

/** What is shared with account `a` in the Region of the doubt. */
const shares = `unnest(${targetsOf}) as named (target_id)
     cross join lateral (
       select p.region, p.image_id, p.owner_account_id from amigraph.launch_permissions p
       where p.target_id = named.target_id and p.region = doubt.region offset 0) p`
/** The images of view `v`. */
const members = `lateral (
       select m.region, m.image_id from amigraph.image_view_members m where m.view_id = v.view_id offset 0) m`

/** Images by what was doubted, `doubt` (region, name). In any order: none leads to another. */
const spread: readonly (readonly [kind: string, images: string])[] = [
  [
    'SNAPSHOT',
    `select d.region, d.image_id from doubt
     join amigraph.image_block_devices d on d.region = doubt.region and d.snapshot_id = doubt.name`,
  ],
  [
    // Snapshots and devices name a key by its ARN or ID, or by an alias of it.
    'KEY',
    `select d.region, d.image_id
     from doubt
     cross join lateral (
       select array[doubt.name, split_part(doubt.name, '/', 2), split_part(doubt.name, ':', 6)] || array(
         select form from amigraph.kms_key_aliases a, unnest(array[a.alias_arn, split_part(a.alias_arn, ':', 6)]) as form
         where a.arn = doubt.name) as forms
     ) named
     cross join lateral (
       select d.region, d.image_id from amigraph.snapshots s
       join amigraph.image_block_devices d on d.region = s.region and d.snapshot_id = s.snapshot_id
       where s.region = doubt.region and s.kms_key_id = any(named.forms)
       union all
       select d.region, d.image_id from amigraph.image_block_devices d
       where d.region = doubt.region and d.kms_key_id = any(named.forms)
     ) d`,
  ],
  [
    // Which unit would replace most account shares follows from all accounts.
    'TARGET',
    `select p.region, p.image_id from doubt join amigraph.launch_permissions p on p.target_id = doubt.name
     union all
     select s.region, s.image_id from doubt join amigraph.share_problems s on s.account_id = doubt.name and s.account_id <> ''
     union all
     select m.region, m.image_id from doubt
     join amigraph.image_views v on v.account_id = doubt.name
     cross join ${members}
     union all
     select s.region, s.image_id from amigraph.share_problems s
     where ${ofCode('QUOTA_PRESSURE')}`,
  ],
  [
    'SETTINGS',
    `select p.region, p.image_id from doubt
     join amigraph.accounts a on a.account_id = doubt.name
     cross join ${shares}
     union all
     select s.region, s.image_id from doubt
     join amigraph.share_problems s on s.account_id = doubt.name and s.region = doubt.region and s.account_id <> ''`,
  ],
  [
    'VIEW',
    `select p.region, p.image_id from doubt
     join amigraph.accounts a on a.account_id = doubt.name
     join amigraph.image_views v on v.account_id = doubt.name and v.region = doubt.region
     cross join ${shares}
     where p.owner_account_id <> a.account_id and not exists (
       select from amigraph.image_view_members m where m.view_id = v.view_id and m.image_id = p.image_id offset 0)
     union all
     select m.region, m.image_id from doubt
     join amigraph.accounts a on a.account_id = doubt.name
     join amigraph.image_views v on v.account_id = doubt.name and v.region = doubt.region
     cross join ${members}
     where exists (
       select from amigraph.images i
       where i.region = m.region and i.image_id = m.image_id and i.evidence = 'OWNER' offset 0)
     and not exists (
       select from amigraph.launch_permissions p
       where p.region = m.region and p.image_id = m.image_id and p.target_id = any(${targetsOf} || 'all'::text) offset 0)
     union all
     select s.region, s.image_id from doubt
     join amigraph.share_problems s on s.account_id = doubt.name and s.region = doubt.region and s.account_id <> ''`,
  ],
]

/** All that can have a problem: what is or was shared, or is seen. */
const everyImage = `select region, image_id from amigraph.launch_permissions
     union all select region, image_id from amigraph.share_problems
     union all select region, image_id from amigraph.image_view_members`
