import { afterAll, beforeAll, expect, it } from 'vitest'
import { replaceKeyAccess } from '../../src/db/key-access/replace-key-access.ts'
import { refreshShareProblems } from '../../src/db/share-problems/refresh-share-problems.ts'
import { createRandom } from '../../src/sandbox/world/random.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { insert } from '../support/inventory.ts'
import { type RawOrganization, randomOrganization, storeOrganization } from '../support/random-organization.ts'
import { bruteForce, type Found, policyOf, type RawSharing, randomSharing } from '../support/sharing-oracle.ts'

const organizations = Number(process.env['SHARING_ORGANIZATIONS'] ?? 200)
const firstSeed = Number(process.env['SHARING_SEED'] ?? 5000)

let database: TestDatabase
let api: TestApi

beforeAll(async () => {
  database = await createTestDatabase()
  api = await createTestApi(database.pool, { settings: { maxQueryCost: 2 ** 31 } })
})
afterAll(async () => {
  await api.stop()
  await database.drop()
})

const storeSharing = async (raw: RawOrganization, { keys, encrypted, allowed }: RawSharing): Promise<void> => {
  const { pool } = database
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
    await refreshShareProblems(client)
  } finally {
    client.release()
  }
}

type Grants = { grants: { kind: string; grantee: string }[] }
type Image = { region: string; imageId: string }

const told = async (): Promise<Found & { byAccount: string[] }> => {
  const { data, errors } = await api.query(`{
    images(first: 1000) { nodes { region imageId
      launchableBy(first: 1000) { nodes { account { accountId } grants { kind grantee } } } } }
    accounts(first: 1000) { nodes { accountId
      launchableImages(first: 1000) { nodes { image { region imageId } grants { kind grantee } } } } }
    exposures(first: 1000) { nodes { kind grantee image { region imageId } } }
    shareProblems(first: 1000) { totalCount nodes { code grantee image { region imageId } account { accountId } } }
  }`)
  expect(errors).toBeUndefined()
  const paths = (image: Image, account: string, { grants }: Grants) =>
    grants.map(({ kind, grantee }) => [image.region, image.imageId, account, kind, grantee].join(' '))
  return {
    access: data.images.nodes.flatMap(
      (image: Image & { launchableBy: { nodes: (Grants & { account: { accountId: string } })[] } }) =>
        image.launchableBy.nodes.flatMap(node => paths(image, node.account.accountId, node)),
    ),
    byAccount: data.accounts.nodes.flatMap(
      (account: { accountId: string; launchableImages: { nodes: (Grants & { image: Image })[] } }) =>
        account.launchableImages.nodes.flatMap(node => paths(node.image, account.accountId, node)),
    ),
    exposures: data.exposures.nodes.map(({ kind, grantee, image }: { kind: string; grantee: string; image: Image }) =>
      [image.region, image.imageId, kind, grantee].join(' '),
    ),
    problems: data.shareProblems.nodes.map(
      ({
        code,
        grantee,
        image,
        account,
      }: {
        code: string
        grantee: string | null
        image: Image
        account: { accountId: string } | null
      }) => [image.region, image.imageId, code, grantee ?? '', account?.accountId ?? ''].join(' ').trimEnd(),
    ),
  }
}

/** Only what one of them says and the other does not. */
const difference = (product: readonly string[], oracle: readonly string[]) => ({
  onlyProduct: product.filter(one => !oracle.includes(one)).slice(0, 5),
  onlyOracle: oracle.filter(one => !product.includes(one)).slice(0, 5),
})
const none = { onlyProduct: [], onlyOracle: [] }

it(`product and brute force agree on every image, account and grant of ${organizations} random organizations`, async () => {
  const seen = { access: 0, exposures: 0, problems: 0 }
  for (let seed = firstSeed; seed < firstSeed + organizations; seed++) {
    const random = createRandom(seed)
    const raw = randomOrganization(random)
    const sharing = randomSharing(random, raw)
    await storeOrganization(database.pool, raw)
    await storeSharing(raw, sharing)
    const [product, oracle] = [await told(), bruteForce(raw, sharing)]
    for (const [what, lines] of Object.entries(product)) {
      const expected = oracle[what === 'byAccount' ? 'access' : (what as keyof Found)]
      expect({ seed, what, ...difference(lines, expected) }).toEqual({ seed, what, ...none })
      expect(lines.length).toBe(new Set(expected).size)
    }
    for (const what of ['access', 'exposures', 'problems'] as const) seen[what] += oracle[what].length
  }
  // Else it would say nothing.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(organizations)
}, 900_000)
