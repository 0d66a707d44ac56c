import type { Queryable } from '../pool.ts'

/**
 * ARNs of the keys, or of aliases of keys, in an account and Region that encrypt an image which its owner shares with
 * somebody (R9), whoever that owner is. By indexes on the key's account: cost grows with what these keys encrypt.
 */
export async function readKeysToAsk(client: Queryable, accountId: string, region: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `with device as (
       select d.region, d.image_id, amigraph.kms_key_arn(s.kms_key_id, s.region, s.owner_account_id) as name
       from amigraph.snapshots s
       join amigraph.image_block_devices d on d.region = s.region and d.snapshot_id = s.snapshot_id
       where split_part(amigraph.kms_key_arn(s.kms_key_id, s.region, s.owner_account_id), ':', 5) = $1
         and s.region = $2 and s.kms_key_id is not null
       union
       select d.region, d.image_id, amigraph.kms_key_arn(d.kms_key_id, d.region, i.owner_account_id)
       from amigraph.image_block_devices d join amigraph.images i using (region, image_id)
       where d.region = $2 and d.kms_key_id is not null and split_part(d.kms_key_id, ':', 5) in ($1, '')
     )
     select distinct device.name from device
     join amigraph.images i using (region, image_id)
     where device.name like 'arn:%:kms:' || $2 || ':' || $1 || ':%' and i.evidence = 'OWNER'
       and exists (
         select from amigraph.launch_permissions p
         where p.region = i.region and p.image_id = i.image_id and p.target_id <> i.owner_account_id)
     order by 1`,
    [accountId, region],
  )
  return rows.map(row => row.name)
}
