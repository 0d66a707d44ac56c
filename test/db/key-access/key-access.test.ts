import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replaceKeyAccess } from '../../../src/db/key-access/replace-key-access.ts'
import { keyAccess } from '../../../src/domain/kms/key-access.ts'
import { ancestors, cases, keyArn, owner, region, user } from '../../domain/kms/cases.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { insert, seedInventory } from '../../support/inventory.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  for (const [account, ids] of Object.entries(ancestors)) {
    await database.pool.query('update amigraph.accounts set ancestor_ids = $1 where account_id = $2', [ids, account])
  }
})
afterAll(() => database.drop())

const store = async ({ manager, state, policy, grants }: (typeof cases)[number]['key']) => {
  const { pool } = database
  await pool.query('truncate amigraph.kms_keys, amigraph.kms_grants, amigraph.kms_key_reads')
  const of = { account_id: owner, region, content_hash: '' }
  await insert(pool, 'kms_keys', [{ arn: keyArn, manager, state, policy, ...of }])
  await insert(pool, 'kms_key_reads', [
    {
      name: keyArn,
      call: 'ListGrants',
      account_id: owner,
      region,
      attempted_at: '2026-11-01T00:00:00Z',
      observed_at: grants && '2026-11-01T00:00:00Z',
    },
  ])
  await insert(
    pool,
    'kms_grants',
    (grants ?? []).map(({ granteePrincipal, operations, isConstrained }, i) => ({
      key_arn: keyArn,
      grant_id: String(i),
      grantee_principal: granteePrincipal,
      operations,
      constraints: isConstrained ? '{}' : null,
      ...of,
    })),
  )
  const client = await pool.connect()
  try {
    return await replaceKeyAccess(client, owner, region)
  } finally {
    client.release()
  }
}

const accessOf = async (key: string, account: string) => {
  const { rows } = await database.pool.query('select amigraph.key_access($1, $2) as verdict', [key, account])
  return rows[0].verdict
}

describe('whether a key lets an account launch (R9), as the database decides it', () => {
  it.each(cases.map(each => [each.document, each.name, each] as const))('%s: %s', async (_document, _name, each) => {
    await store(each.key)
    for (const [account, verdict] of Object.entries(each.expected)) {
      expect([account, await accessOf(keyArn, account)]).toEqual([account, verdict])
      expect(keyAccess(each.key, user(account)).verdict).toBe(verdict)
    }
  })

  it('is not known of a key that was never read', async () => {
    expect(await accessOf('arn:aws:kms:eu-central-1:100000000002:key/other', owner)).toBe('UNKNOWN')
  })

  it('touches nothing where nothing changed', async () => {
    const [first] = cases
    if (!first) throw new Error('There are no cases')
    await store(first.key)
    expect(await store(first.key)).toBe(0)
  })
})

describe('the key that an image names', () => {
  it('is found by ARN, by bare ID and by alias', async () => {
    await insert(database.pool, 'kms_key_aliases', [
      {
        alias_arn: `arn:aws:kms:${region}:${owner}:alias/images`,
        arn: keyArn,
        account_id: owner,
        region,
        content_hash: '',
      },
    ])
    const { rows } = await database.pool.query(
      `select amigraph.key_of(reference, $1, $2) as key from unnest($3::text[]) as reference`,
      [region, owner, [keyArn, keyArn.slice(keyArn.lastIndexOf('/') + 1), 'alias/images', null]],
    )
    expect(rows.map(row => row.key)).toEqual([keyArn, keyArn, keyArn, null])
  })
})
