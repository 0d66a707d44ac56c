import { replaceKeyAccess } from '../../src/db/key-access/replace-key-access.ts'
import type { Pool } from '../../src/db/pool.ts'
import { refreshShareProblems } from '../../src/db/share-problems/refresh-share-problems.ts'
import { insert } from './inventory.ts'
import type { RawOrganization } from './random-organization.ts'
import { policyOf, type RawSharing } from './sharing-oracle.ts'

/** Puts keys, encryption and settings where they belong, and finds the share problems. */
export const storeSharing = async (
  pool: Pool,
  raw: RawOrganization,
  { keys, encrypted, allowed }: RawSharing,
): Promise<void> => {
  await pool.query(
    'truncate amigraph.kms_keys, amigraph.kms_key_access, amigraph.kms_key_reads, amigraph.allowed_images_settings',
  )
  for (const key of keys) {
    const of = { account_id: key.owner, region: key.region }
    const policy = policyOf(key, raw.id)
    await insert(pool, 'kms_keys', [
      { ...of, arn: key.arn, manager: 'CUSTOMER', state: 'ENABLED', policy, content_hash: '' },
    ])
    const at = '2026-11-01T00:00:00Z'
    await insert(pool, 'kms_key_reads', [
      { ...of, name: key.arn, call: 'ListGrants', attempted_at: at, observed_at: at },
    ])
  }
  for (const [snapshot, { arn }] of encrypted) {
    const [region, id] = snapshot.split(' ')
    await pool.query(
      'update amigraph.snapshots set encrypted = true, kms_key_id = $1 where region = $2 and snapshot_id = $3',
      [arn, region, id],
    )
  }
  for (const [where, imageProviders] of allowed) {
    const [account_id, region] = where.split(' ')
    const criteria = JSON.stringify([{ imageProviders, otherConditions: [] }])
    await insert(pool, 'allowed_images_settings', [
      { account_id, region, state: 'ENABLED', criteria, content_hash: '' },
    ])
  }
  const client = await pool.connect()
  try {
    for (const key of new Set(keys.map(({ owner, region }) => `${owner} ${region}`))) {
      const [owner = '', region = ''] = key.split(' ')
      await replaceKeyAccess(client, owner, region)
    }
  } finally {
    client.release()
  }
  await refreshShareProblems(pool)
}
