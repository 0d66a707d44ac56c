import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, imageRow, insert, instanceRow, seedInventory } from '../support/inventory.ts'

/** "Shared AMIs", "Verified provider"; DescribeImages: ImageOwnerAlias (amazon, aws-backup-vault, aws-marketplace). R3. */
const cases: [name: string, image: Record<string, unknown>, trust: string | null, reason: RegExp][] = [
  ['an alias of Amazon', { owner_alias: 'amazon' }, 'AMAZON', /the alias amazon$/],
  ['of the Marketplace', { owner_alias: 'aws-marketplace' }, 'AWS_MARKETPLACE', /the alias aws-marketplace$/],
  ['of AWS Backup', { owner_alias: 'aws-backup-vault' }, 'AWS_BACKUP', /the alias aws-backup-vault$/],
  [
    'an alias before membership',
    { owner_alias: 'aws-backup-vault', owner_account_id: accounts.appA },
    'AWS_BACKUP',
    /alias/,
  ],
  [
    'a name is no alias',
    { name: 'amazon', description: 'amazon', owner_account_id: accounts.partner },
    'UNTRUSTED',
    /^The owner 900000000009 has no alias .* no member .* not trusted by configuration$/,
  ],
  ['an alias nobody knows', { owner_alias: 'amazon2', owner_account_id: accounts.partner }, 'UNTRUSTED', /no alias/],
  [
    'a member',
    { owner_account_id: accounts.golden },
    'ORGANIZATION',
    /^The owner 100000000002 is a member of the organization$/,
  ],
  ['a suspended member', { owner_account_id: accounts.suspended }, 'ORGANIZATION', /member/],
  [
    'a configured owner',
    { owner_account_id: '800000000008' },
    'ALLOWLISTED',
    /^The owner 800000000008 .*AMIGRAPH_TRUSTED_OWNERS/,
  ],
  ['an owner nobody named', { owner_account_id: null }, null, /^No call named the owner$/],
  ['… with an alias', { owner_account_id: null, owner_alias: 'amazon' }, 'AMAZON', /^Amazon gave the owner/],
]

let database: TestDatabase
/** Compiled and not: both must tell the same */
let apis: TestApi[]

beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database
  await seedInventory(pool)
  apis = [await createTestApi(pool), await createTestApi(pool, { compile: false })]
  for (const [i, [, image]] of cases.entries()) {
    await insert(pool, 'images', [imageRow(idOf(i), { owner_account_id: '137112412989', ...image })])
    await insert(pool, 'instances', [instanceRow(instanceOf(i), idOf(i))])
  }
  await insert(pool, 'instances', [instanceRow('i-7fffffff', 'ami-7fffffff')])
})
afterAll(async () => {
  for (const api of apis) await api.stop()
  await database.drop()
})

const idOf = (i: number) => `ami-7000${String(i).padStart(4, '0')}`
const instanceOf = (i: number) => idOf(i).replace('ami', 'i')

it.each(cases.map(([name, , trust, reason], i) => ({ name, trust, reason, i })))(
  '$name: $trust, of the image and of its instances',
  async ({ trust, reason, i }) => {
    const query = `{
      image(imageId: "${idOf(i)}") { trust trustReason }
      instance(instanceId: "${instanceOf(i)}") { trust trustReason }
    }`
    for (const api of apis) {
      const { data } = await api.query(query)
      const expected = { trust, trustReason: expect.stringMatching(reason) }
      expect(data).toEqual({ image: expected, instance: expected })
    }
  },
)

it('says nothing of an image of which nothing is known', async () => {
  for (const api of apis) {
    const { data } = await api.query('{ instance(instanceId: "i-7fffffff") { image { trust } trust trustReason } }')
    expect(data.instance).toEqual({ image: null, trust: null, trustReason: 'Nothing is known of the image' })
  }
})
