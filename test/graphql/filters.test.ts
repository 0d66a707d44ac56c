import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, images, regions, seedInventory, units } from '../support/inventory.ts'

let database: TestDatabase
let api: TestApi

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  api = await createTestApi(database.pool)
})
afterAll(async () => {
  await api.stop()
  await database.drop()
})

/** The identifiers that a list has under a filter; the count has to agree with the list. */
const listed = async (field: string, id: string, filter: string): Promise<string[]> => {
  const { data, errors } = await api.query(
    `{ ${field}(first: 1000, filter: ${filter}) { totalCount nodes { ${id} } } }`,
  )
  expect(errors).toBeUndefined()
  const found: string[] = data[field].nodes.map((node: Record<string, string>) => node[id])
  expect(data[field].totalCount).toBe(found.length)
  return found.toSorted()
}

const all = [...Object.values(images), images.twoRegions].toSorted()
const except = (...ids: string[]) => all.filter(id => !ids.includes(id))
const ofGolden = except(
  images.partners,
  images.amazons,
  images.gone,
  images.marketplace,
  images.windows,
  images.allowlisted,
)

describe('images', () => {
  it.each<[string, string[]]>([
    ['{}', all],
    ['null', all],
    [`{ imageId: { eq: "${images.private}" } }`, [images.private]],
    [`{ imageId: { in: ["${images.private}", "ami-unknown0"] } }`, [images.private]],
    ['{ imageId: { in: [] } }', []],
    [`{ owner: { eq: "${accounts.golden}" } }`, ofGolden],
    // The owner of an image that only instances tell of is not known: it is neither one nor another.
    [`{ not: { owner: { eq: "${accounts.golden}" } } }`, except(...ofGolden, images.gone)],
    [`{ owner: { in: ["${accounts.appA}", "${accounts.partner}"] } }`, [images.partners, images.windows]],
    [`{ region: { eq: "${regions.virginia}" } }`, [images.twoRegions, images.neverRead]],
    ['{ name: { eq: "golden-linux-1" } }', [images.private]],
    ['{ name: { in: ["golden-linux-1", "golden-linux-2"] } }', [images.private, images.manyPaths]],
    ['{ name: { like: "golden-*" } }', [images.private, images.manyPaths]],
    ['{ name: { like: "golden-linux-?" } }', [images.private, images.manyPaths]],
    ['{ name: { like: "golden-linux?" } }', []],
    ['{ name: { like: "GOLDEN*" } }', []],
    // LIKE's own wildcards are ordinary characters.
    ['{ name: { like: "golden_arm%1" } }', [images.unitShared]],
    ['{ name: { like: "golden_linux_1" } }', []],
    ['{ name: { like: "golden%" } }', []],
    [String.raw`{ name: { like: "golden\\*" } }`, []],
    ['{ not: { name: { like: "*" } } }', []],
    ['{ tag: { key: "stage" } }', [images.private, images.manyPaths]],
    ['{ tag: { key: "stage", value: { eq: "prod" } } }', [images.private, images.manyPaths]],
    [`{ tag: { key: "stage", value: { eq: "prod" }, setBy: { eq: "${accounts.golden}" } } }`, [images.private]],
    [`{ tag: { key: "stage", setBy: { eq: "${accounts.appA}" } } }`, [images.manyPaths]],
    ['{ tag: { key: "stage", value: { eq: "prod" }, setByOwner: true } }', [images.private]],
    ['{ tag: { key: "stage", value: { eq: "prod" }, setByOwner: false } }', [images.manyPaths]],
    ['{ tag: { key: "stage", setByOwner: true } }', [images.private, images.manyPaths]],
    ['{ tag: { key: "Größe", value: { like: "☃*" } } }', [images.manyPaths]],
    ['{ not: { tag: { key: "stage" } } }', except(images.private, images.manyPaths)],
    ['{ architecture: { eq: ARM64 } }', [images.unitShared]],
    ['{ architecture: { in: [ARM64, I386] } }', [images.unitShared]],
    ['{ state: { in: [DISABLED, DEREGISTERED] } }', [images.disabled, images.gone]],
    ['{ bootMode: { in: [UEFI, UEFI_PREFERRED] } }', [images.manyPaths, images.unitShared]],
    ['{ bootMode: { unset: true } }', except(images.manyPaths, images.unitShared)],
    ['{ bootMode: { unset: false, eq: UEFI } }', [images.unitShared]],
    ['{ platform: { eq: WINDOWS } }', [images.windows]],
    ['{ platform: { eq: LINUX } }', except(images.windows, images.gone)],
    ['{ platformDetails: { like: "Win*" } }', [images.windows]],
    ['{ usageOperation: { eq: "RunInstances:0002" } }', [images.windows]],
    ['{ productCode: { eq: "prodcode1" } }', [images.marketplace]],
    ['{ paid: true }', [images.private, images.marketplace]],
    ['{ paid: false }', except(images.private, images.marketplace)],
    ['{ visibility: { eq: PRIVATE } }', [images.private, images.twoRegions]],
    ['{ visibility: { eq: PUBLIC } }', [images.manyPaths, images.public, images.amazons, images.marketplace]],
    [
      '{ visibility: { eq: SHARED } }',
      [images.unitShared, images.disabled, images.deprecated, images.partners, images.dangling, images.allowlisted],
    ],
    ['{ visibility: { eq: UNKNOWN } }', [images.gone, images.twoRegions, images.neverRead, images.windows]],
    ['{ creationDate: { after: "2026-01-05T00:00:00Z" } }', [images.private, images.manyPaths]],
    ['{ creationDate: { after: "2026-01-05T00:00:00Z", before: "2026-02-05T01:00:00+01:00" } }', [images.private]],
    [
      '{ not: { creationDate: { after: "2026-01-02T00:00:00Z" } } }',
      except(images.private, images.manyPaths, images.gone, images.windows),
    ],
    ['{ deprecationTime: { before: "2026-06-01T00:00:00Z" } }', [images.deprecated]],
    ['{ deprecated: true }', [images.deprecated]],
    ['{ deprecated: false }', except(images.deprecated)],
    ['{ not: { deprecated: false } }', [images.deprecated]],
    ['{ lastLaunchedTime: { after: "2026-01-01T00:00:00Z" } }', [images.public]],
    [
      '{ inUse: true }',
      [
        images.private,
        images.disabled,
        images.deprecated,
        images.partners,
        images.amazons,
        images.gone,
        images.marketplace,
        images.allowlisted,
      ],
    ],
    ['{ encrypted: true }', [images.private]],
    ['{ trust: { in: [AMAZON, AWS_MARKETPLACE] } }', [images.amazons, images.marketplace]],
    ['{ trust: { eq: ORGANIZATION } }', [...ofGolden, images.windows]],
    ['{ trust: { eq: ALLOWLISTED } }', [images.allowlisted]],
    ['{ trust: { eq: UNTRUSTED } }', [images.partners]],
    [
      '{ not: { trust: { eq: ORGANIZATION } } }',
      [images.partners, images.amazons, images.marketplace, images.allowlisted],
    ],
    [`{ sourceImageId: { eq: "${images.private}" } }`, [images.twoRegions]],
    ['{ any: [{ deprecated: true }, { state: { eq: DISABLED } }] }', [images.disabled, images.deprecated]],
    ['{ any: [] }', []],
    ['{ all: [] }', all],
    ['{ all: [{ paid: true }, { encrypted: true }] }', [images.private]],
    [
      '{ not: { any: [{ paid: true }, { deprecated: true }] } }',
      except(images.private, images.marketplace, images.deprecated),
    ],
    ['{ not: { all: [{ paid: true }, { encrypted: true }] } }', except(images.private)],
    ['{ not: { not: { paid: true, encrypted: true } } }', [images.private]],
    ['{ paid: true, owner: null, name: { eq: null } }', [images.private, images.marketplace]],
  ])('%s', async (filter, expected) => {
    expect(await listed('images', 'imageId', filter)).toEqual(expected.toSorted())
  })
})

describe('instances', () => {
  const every = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'a'].map(digit => `i-0000000${digit}`)
  const some = (digits: string) => [...digits].map(digit => `i-0000000${digit}`)
  it.each<[string, string[]]>([
    ['{}', every],
    ['{ instanceId: { eq: "i-00000001" } }', some('1')],
    [`{ account: { in: ["${accounts.golden}", "${accounts.sandbox}"] } }`, some('19')],
    [`{ region: { eq: "${regions.virginia}" } }`, []],
    ['{ state: { in: [STOPPED, TERMINATED] } }', some('37')],
    ['{ instanceType: { like: "t3.*" } }', some('3')],
    ['{ launchTime: { after: "2026-05-02T00:00:00Z" } }', some('1')],
    ['{ usageOperation: { eq: "RunInstances" } }', every],
    ['{ productCode: { eq: "prodcode1" } }', some('9')],
    ['{ image: { deprecated: true } }', some('27')],
    // Of i-…8's image nothing is known: it is in neither half.
    ['{ image: { deprecated: false } }', some('1345').concat(some('69a'))],
    ['{ not: { image: { deprecated: true } } }', some('1345').concat(some('69a'))],
    ['{ image: { not: { deprecated: true } } }', some('1345').concat(some('69a'))],
    ['{ image: { imageId: { eq: "ami-0000dead" } } }', some('8')],
    ['{ image: { state: { eq: DEREGISTERED } } }', some('5')],
    ['{ image: { trust: { in: [UNTRUSTED] } } }', some('4')],
    ['{ image: { trust: { in: [AMAZON] } } }', some('6')],
    [`{ image: { owner: { eq: "${accounts.golden}" } } }`, some('1237')],
    [`{ image: { not: { owner: { eq: "${accounts.golden}" } } } }`, some('469a')],
    ['{ image: { allowed: false } }', some('9')],
    ['{ image: { allowed: true } }', some('6')],
    ['{ not: { image: { allowed: false } } }', some('6')],
    ['{ image: { not: { allowed: true } } }', some('9')],
    ['{ image: { any: [{ allowed: false }, { deprecated: true }, { state: { eq: DISABLED } }] } }', some('2379')],
    ['{ image: { all: [{ allowed: false }, { trust: { eq: AWS_MARKETPLACE } }] } }', some('9')],
    ['{ image: { allowed: false, deprecated: true } }', []],
    ['{ image: { not: { any: [{ allowed: true }, { deprecated: true }] } } }', some('9')],
    ['{ image: { tag: { key: "stage", value: { eq: "prod" } } } }', some('1')],
    ['{ image: { name: { like: "golden-*" } } }', some('1')],
    ['{ image: { visibility: { eq: PUBLIC } } }', some('69')],
    ['{ image: {} }', some('1234567').concat(some('9a'))],
  ])('%s', async (filter, expected) => {
    expect(await listed('instances', 'instanceId', filter)).toEqual(expected.toSorted())
  })
})

describe('accounts', () => {
  const { management, golden, appA, appB, sandbox, suspended } = accounts
  it.each<[string, string[]]>([
    ['{}', [management, golden, appA, appB, sandbox, suspended]],
    [`{ accountId: { eq: "${golden}" } }`, [golden]],
    ['{ name: { like: "app-*" } }', [appA, appB]],
    ['{ state: { eq: ACTIVE } }', [management, golden, appA, appB, sandbox]],
    ['{ not: { state: { eq: ACTIVE } } }', [suspended]],
    [`{ organizationalUnit: { in: ["${units.production}"] } }`, [appA, appB, suspended]],
    [`{ organizationalUnit: { in: ["${units.production}"], descendants: false } }`, [appA, suspended]],
    [`{ organizationalUnit: { in: ["${units.root}"] } }`, [management, golden, appA, appB, sandbox, suspended]],
    [`{ not: { organizationalUnit: { in: ["${units.workloads}"] } } }`, [management, sandbox]],
  ])('%s', async (filter, expected) => {
    expect(await listed('accounts', 'accountId', filter)).toEqual(expected.toSorted())
  })
})

describe('the rest', () => {
  it.each<[string, string, string, string[]]>([
    ['organizationalUnits', 'organizationalUnitId', '{ name: { eq: "Team A" } }', [units.teamA]],
    [
      'organizationalUnits',
      'organizationalUnitId',
      '{ path: { like: "Root/Workloads/*" } }',
      [units.production, units.teamA],
    ],
    ['organizationalUnits', 'organizationalUnitId', `{ organizationalUnitId: { eq: "${units.root}" } }`, [units.root]],
    ['snapshots', 'snapshotId', '{ encrypted: true }', ['snap-00000001']],
    ['snapshots', 'snapshotId', '{ usedByImage: false }', ['snap-00000003']],
    ['snapshots', 'snapshotId', `{ owner: { eq: "${accounts.appA}" } }`, ['snap-00000003']],
    ['snapshots', 'snapshotId', '{ startTime: { before: "2026-02-01T00:00:00Z" } }', ['snap-00000001']],
    ['snapshots', 'snapshotId', `{ region: { eq: "${regions.virginia}" } }`, []],
    ['snapshots', 'snapshotId', '{ snapshotId: { in: ["snap-00000002"] } }', ['snap-00000002']],
    ['productCodes', 'productCode', '{ kind: { eq: DEVPAY } }', ['devpay01']],
    ['productCodes', 'productCode', '{ productCode: { eq: "prodcode1" } }', ['prodcode1']],
    ['coverage', 'kind', '{ status: { eq: DENIED } }', ['REGIONS']],
    ['coverage', 'kind', `{ status: { in: [FAILED] }, region: { eq: "${regions.virginia}" } }`, ['INSTANCES']],
    ['coverage', 'kind', `{ account: { eq: "${accounts.management}" }, kind: { eq: ORGANIZATION } }`, ['ORGANIZATION']],
    ['coverage', 'kind', '{ not: { region: { in: ["eu-central-1", "us-east-1"] } } }', []],
  ])('%s %s %s', async (field, id, filter, expected) => {
    expect(await listed(field, id, filter)).toEqual(expected.toSorted())
  })
})
