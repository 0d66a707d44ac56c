import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, images, regions, seedInventory } from '../support/inventory.ts'
import { seedSharing, shared } from '../support/sharing.ts'

let database: TestDatabase
let api: TestApi

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  await seedSharing(database.pool)
  api = await createTestApi(database.pool)
})
afterAll(async () => {
  await api.stop()
  await database.drop()
})

const { golden, appA, appB, sandbox, suspended, partner } = accounts
const { frankfurt, virginia } = regions

const question = `query ($imageId: ID!, $accountId: AccountId!, $region: Region!, $instanceType: String) {
  launchCheck(imageId: $imageId, accountId: $accountId, region: $region, instanceType: $instanceType) {
    verdict effectiveBootMode
    blockers { code certainty message observedAt }
    warnings { code rule certainty message observedAt }
    image { imageId region }
    account { accountId }
    grants { kind grantee }
  }
}`
const check = async (
  imageId: string,
  accountId: string,
  region: string = frankfurt,
  instanceType: string | null = null,
) => {
  const { data, errors } = await api.query(question, { imageId, accountId, region, instanceType })
  expect(errors).toBeUndefined()
  return data.launchCheck
}

describe('launchCheck', () => {
  it.each<[name: string, image: string, account: string, type: string | null, expected: string[]]>([
    ['a share of the organization', images.deprecated, appA, null, ['YES']],
    ['to its owner', images.deprecated, golden, null, ['YES']],
    [
      'not to a suspended account',
      images.deprecated,
      suspended,
      null,
      ['NO', 'REGION_NOT_ENABLED', 'ACCOUNT_NOT_ACTIVE', 'ALLOWED_IMAGES'],
    ],
    // Its key is not among those that were read.
    ['not without a permission', images.private, appA, null, ['NO', 'KEY_ACCESS_UNKNOWN', 'NO_PERMISSION']],
    ['a key for a unit, to an account in it', shared.encrypted, appA, 'm7i.large', ['YES']],
    ['a key for a unit, to another account', shared.encrypted, sandbox, null, ['NO', 'KEY_NOT_SHARED']],
    ['a key to its owner', shared.encrypted, golden, null, ['YES']],
    ['an AWS managed key', shared.awsManaged, appA, null, ['NO', 'AWS_MANAGED_KEY']],
    ['an AWS managed key to its owner', shared.awsManaged, golden, null, ['YES']],
    ['a key of which nothing is known', shared.unknownKey, appA, null, ['UNKNOWN', 'KEY_ACCESS_UNKNOWN']],
    ['Allowed AMIs', shared.paid, appB, null, ['NO', 'ALLOWED_IMAGES']],
    ['on Graviton', shared.encrypted, appA, 'm7g.large', ['NO', 'ARCHITECTURE']],
    ['UEFI on legacy', images.unitShared, appA, 'm5.metal', ['NO', 'ARCHITECTURE', 'BOOT_MODE']],
    ['a type that is not there', shared.encrypted, appA, 'x9.huge', ['NO', 'INSTANCE_TYPE_UNSUPPORTED']],
    [
      'an outsider',
      images.public,
      partner,
      null,
      ['UNKNOWN', 'ACCOUNT_NOT_ACTIVE', 'ALLOWED_IMAGES', 'REGION_NOT_ENABLED'],
    ],
  ])('%s', async (_name, image, account, type, [verdict, ...codes]) => {
    const found = await check(image, account, frankfurt, type)
    expect([found.verdict, ...found.blockers.map(({ code }: { code: string }) => code).sort()]).toEqual([
      verdict,
      ...codes.toSorted(),
    ])
  })

  it('looks for the image elsewhere (R1)', async () => {
    const { verdict, blockers, image } = await check(images.deprecated, appA, virginia)
    expect(verdict).toBe('NO')
    expect(blockers[0]).toMatchObject({ code: 'WRONG_REGION', certainty: 'CERTAIN' })
    expect(image).toEqual({ imageId: images.deprecated, region: frankfurt })
  })

  it('is null for an image that was never seen, an error for what is no image', async () => {
    expect(await check('ami-0000dead', appA)).toBeNull()
    const { errors } = await api.query(question, { imageId: 'x', accountId: appA, region: frankfurt })
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })

  it('warns, and says on which path the launch would work', async () => {
    const { warnings, grants, effectiveBootMode } = await check(shared.paid, appA, frankfurt, 'm7i.large')
    expect(warnings).toMatchObject([
      { code: 'DEPRECATED', rule: 'R4', certainty: 'CERTAIN' },
      { code: 'PAID_SOFTWARE', rule: 'R14', certainty: 'CERTAIN' },
    ])
    expect(grants).toEqual([{ kind: 'ACCOUNT', grantee: appA }])
    expect(effectiveBootMode).toBe('LEGACY_BIOS')
  })

  it('tells the age of its evidence and its gaps', async () => {
    const { blockers } = await check(images.private, appA)
    expect(blockers[0]).toEqual({
      code: 'NO_PERMISSION',
      certainty: 'CERTAIN',
      message: `No launch permission reaches account ${appA}`,
      observedAt: '2026-11-01T00:00:00.000Z',
    })
    const { data } = await api.query(`{
      launchCheck(imageId: "${images.neverRead}", accountId: "${appA}", region: "${virginia}") {
        verdict blockers { code certainty } coverage { complete gaps { kind account { accountId } region status } }
      }
    }`)
    expect(data.launchCheck.verdict).toBe('UNKNOWN')
    expect(data.launchCheck.coverage.complete).toBe(false)
    expect(data.launchCheck.coverage.gaps).toContainEqual({
      kind: 'LAUNCH_PERMISSIONS',
      account: { accountId: golden },
      region: virginia,
      status: 'FAILED',
    })
  })

  const document = resolve(import.meta.dirname, '../../../shared/questions/03-can-it-launch.graphql')
  it.skipIf(!existsSync(document))('answers question 3 as it is asked', async () => {
    const variables = { imageId: shared.encrypted, accountId: sandbox, region: frankfurt, instanceType: 'm7g.large' }
    const { data, errors } = await api.query(readFileSync(document, 'utf8'), variables)
    expect(errors).toBeUndefined()
    expect(data.launchCheck).toMatchObject({ verdict: 'NO', effectiveBootMode: 'UEFI' })
  })
})

describe('launchChecks', () => {
  it('answers many, in their order, with one statement', async () => {
    const checks = [
      { imageId: shared.encrypted, accountId: appA, region: frankfurt, instanceType: null },
      { imageId: 'ami-0000dead', accountId: appA, region: frankfurt, instanceType: null },
      { imageId: shared.encrypted, accountId: sandbox, region: frankfurt, instanceType: 'm7i.large' },
    ]
    const { data, errors, statements } = await api.query(
      'query ($checks: [LaunchCheckInput!]!) { launchChecks(checks: $checks) { verdict region } }',
      { checks },
    )
    expect(errors).toBeUndefined()
    expect(data.launchChecks.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['YES', 'UNKNOWN', 'NO'])
    expect(statements).toBe(1)
  })

  it('answers at most 1,000', async () => {
    const check = { imageId: shared.encrypted, accountId: appA, region: frankfurt }
    const { errors } = await api.query(
      'query ($checks: [LaunchCheckInput!]!) { launchChecks(checks: $checks) { verdict } }',
      { checks: Array(1001).fill(check) },
    )
    expect(errors?.[0]?.extensions?.code).toBe('INVALID_PAGE_SIZE')
  })
})
