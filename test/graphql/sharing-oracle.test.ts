import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRandom } from '../../src/sandbox/world/random.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { randomOrganization, storeOrganization } from '../support/random-organization.ts'
import { bruteForce, randomSharing } from '../support/sharing-oracle.ts'
import { storeSharing } from '../support/store-sharing.ts'
import { disagreement, toldSharing } from '../support/told-sharing.ts'

const organizations = Number(process.env['SHARING_ORGANIZATIONS'] ?? 40)
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

// Facts as no AWS would answer them, too: lists that were never read, denials in keys. What AWS does answer is the matter of
// sync/sharing-oracle.test.ts.
it(`product and brute force agree on every image, account and grant of ${organizations} random organizations`, async () => {
  const seen = { access: 0, exposures: 0, problems: 0 }
  for (let seed = firstSeed; seed < firstSeed + organizations; seed++) {
    const random = createRandom(seed)
    const raw = randomOrganization(random)
    const sharing = randomSharing(random, raw)
    await storeOrganization(database.pool, raw)
    await storeSharing(database.pool, raw, sharing)
    const oracle = bruteForce(raw, sharing)
    expect({ seed, found: disagreement(await toldSharing(api), oracle) }).toEqual({ seed, found: null })
    for (const what of ['access', 'exposures', 'problems'] as const) seen[what] += oracle[what].length
  }
  // Else it would say nothing.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(organizations)
}, 900_000)
