import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refreshShareProblems } from '../../src/db/share-problems/refresh-share-problems.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import {
  accounts,
  images,
  insert,
  organizationArn,
  regions,
  seedInventory,
  unitArn,
  units,
} from '../support/inventory.ts'
import { seedSharing, shared } from '../support/sharing.ts'

let database: TestDatabase
let api: TestApi

const { golden, appA, appB, sandbox, suspended } = accounts

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  await seedSharing(database.pool)
  await refreshShareProblems(database.pool)
  api = await createTestApi(database.pool)
})
afterAll(async () => {
  await api.stop()
  await database.drop()
})

type Problem = {
  code: string
  severity: string
  message: string
  image: { imageId: string }
  grantee: string | null
  account: { accountId: string } | null
}

const problems = async (filter: string): Promise<Problem[]> => {
  const { data, errors } = await api.query(
    `{ shareProblems(first: 1000, filter: ${filter}) {
      totalCount nodes { code severity message image { imageId } grantee account { accountId } firstSeenAt } } }`,
  )
  expect(errors).toBeUndefined()
  expect(data.shareProblems.totalCount).toBe(data.shareProblems.nodes.length)
  return data.shareProblems.nodes
}
const ofCode = async (code: string) =>
  (await problems(`{ code: { eq: ${code} } }`)).map(({ image, grantee, account }) => [
    image.imageId,
    grantee,
    account?.accountId ?? null,
  ])

const teamA = unitArn(units.teamA)

describe('shares that do not work (question 7)', () => {
  it.each<[rule: string, code: string, expected: (string | null)[][]]>([
    [
      'R9: an AWS managed key, for each grantee',
      'AWS_MANAGED_KEY',
      [
        [shared.awsManaged, appA, appA],
        [shared.awsManaged, sandbox, sandbox],
        [shared.awsManaged, teamA, null],
      ],
    ],
    [
      'R9: a key that lets one unit in, not the account beside it, nor all of the organization',
      'KEY_NOT_SHARED',
      [
        [shared.encrypted, sandbox, sandbox],
        [shared.encrypted, organizationArn(), null],
      ],
    ],
    [
      'R9: a key whose policy was never read',
      'KEY_ACCESS_UNKNOWN',
      [
        [shared.unknownKey, appA, appA],
        [shared.unknownKey, sandbox, sandbox],
        [shared.unknownKey, teamA, null],
      ],
    ],
    [
      'R13: hidden from the one account whose settings are enabled',
      'HIDDEN_BY_ALLOWED_IMAGES',
      [images.deprecated, images.dangling, shared.awsManaged, shared.encrypted, shared.paid, shared.unknownKey].map(
        image => [image, expect.any(String) as unknown as string, appB],
      ),
    ],
    [
      'R7: launchable, but not copyable',
      'NOT_COPYABLE',
      [
        [shared.encrypted, sandbox, sandbox],
        [shared.encrypted, organizationArn(), null],
        [shared.encrypted, teamA, null],
      ],
    ],
    ['R12: a suspended account', 'GRANTEE_CLOSED', [[images.dangling, suspended, suspended]]],
    ['R12: a unit that is gone', 'GRANTEE_NOT_FOUND', [[images.dangling, unitArn('ou-main-gone0000'), null]]],
    [
      'R4: deprecated',
      'DEPRECATED',
      [
        [images.deprecated, null, null],
        [shared.paid, null, null],
      ],
    ],
    ['R4: disabled', 'DISABLED', [[images.disabled, null, null]]],
    ['R11: far from the quota', 'QUOTA_PRESSURE', []],
  ])('%s: %s', async (_rule, code, expected) => {
    expect((await ofCode(code)).toSorted()).toEqual(expected.toSorted())
  })

  it('R9: says how many of the accounts a grantee reaches are not let in', async () => {
    const [problem] = await problems(
      `{ code: { eq: KEY_NOT_SHARED }, imageId: { eq: "${shared.encrypted}" }, not: { account: { eq: "${sandbox}" } } }`,
    )
    expect(
      problem ?? (await problems('{ code: { eq: KEY_NOT_SHARED } }')).find(({ account }) => account === null),
    ).toMatchObject({
      message: `${shared.keys.organization} does not let 2 of the 4 accounts launch with it, such as ${accounts.management}`,
      severity: 'BLOCKS_LAUNCH',
    })
  })

  it("R21: where the owner's list and an account's view differ, with the likely reason", async () => {
    const found = await problems(`{ code: { eq: OWNER_CONSUMER_MISMATCH } }`)
    const said = (image: string, account: string) =>
      found.find(one => one.image.imageId === image && one.account?.accountId === account)?.message
    // appA sees manyPaths, as its list says.
    expect(said(images.manyPaths, appA)).toBeUndefined()
    expect(said(shared.paid, appB)).toMatch(/likely because of its Allowed AMIs settings$/)
    expect(said(shared.paid, appA)).toMatch(/does not see the image: likely because the account was read before/)
    expect(said(images.unitShared, appA)).toMatch(/likely/)
    expect(said(images.unitShared, golden)).toBeUndefined()
  })

  it('R7: copying is told apart from launching', async () => {
    const copyable = async (image: string) => {
      const { data, errors } = await api.query(
        `{ image(imageId: "${image}") { launchableBy { nodes { account { accountId } copyable } } } }`,
      )
      expect(errors).toBeUndefined()
      type Node = { account: { accountId: string }; copyable: string }
      return Object.fromEntries(
        data.image.launchableBy.nodes.map((node: Node) => [node.account.accountId, node.copyable]),
      )
    }
    expect(await copyable(shared.encrypted)).toEqual({
      [accounts.management]: 'NO',
      [golden]: 'YES',
      [appA]: 'YES',
      [appB]: 'NO',
      [sandbox]: 'NO',
    })
    expect(await copyable(shared.awsManaged)).toEqual({ [golden]: 'YES', [appA]: 'NO', [appB]: 'NO', [sandbox]: 'NO' })
    expect(await copyable(shared.unknownKey)).toMatchObject({ [golden]: 'YES', [appA]: 'UNKNOWN' })
    expect(await copyable(shared.paid)).toMatchObject({ [appA]: 'UNKNOWN' })
  })

  it('R11: names the unit that would replace account shares', async () => {
    const { pool } = database
    const grant = (target_id: string) => ({
      region: regions.frankfurt,
      image_id: images.private,
      kind: 'ACCOUNT',
      grantee: target_id,
      target_id,
      owner_account_id: golden,
    })
    const others = Array.from({ length: 800 }, (_, i) => String(700_000_000_000 + i))
    await insert(pool, 'launch_permissions', [...others, appA, appB].map(grant))
    expect(await refreshShareProblems(pool)).toBeGreaterThan(0)
    const [found] = await problems('{ code: { eq: QUOTA_PRESSURE } }')
    expect(found).toMatchObject({
      image: { imageId: images.private },
      message: `Shared with 802 of the 1000 entities that the quota allows by default; a share with Root/Workloads/Production (${units.production}) would replace 2 account shares`,
    })
    await pool.query('delete from amigraph.launch_permissions where image_id = $1', [images.private])
  })

  it('R9: whom a key lets in that is known no more, since its account left, is not known', async () => {
    const { pool } = database
    const everybody = { effect: 'ALLOW', is_certain: true, organizations: ['o-main000001'] }
    const key = { arn: shared.keys.organization, account_id: golden, region: regions.frankfurt }
    const operations = [
      'CreateGrant',
      'Decrypt',
      'DescribeKey',
      'GenerateDataKeyWithoutPlaintext',
      'ReEncryptFrom',
      'ReEncryptTo',
    ]
    await insert(pool, 'kms_key_access', [
      {
        key_arn: key.arn,
        rule_id: 'open',
        account_id: golden,
        region: key.region,
        ...everybody,
        operations,
        content_hash: '',
      },
    ])
    await refreshShareProblems(pool)
    const whole = () => ofCode('KEY_ACCESS_UNKNOWN')
    expect(await whole()).not.toContainEqual([shared.encrypted, organizationArn(), null])
    await pool.query('delete from amigraph.kms_keys where arn = $1', [key.arn])
    await refreshShareProblems(pool)
    expect(await whole()).toContainEqual([shared.encrypted, organizationArn(), null])
    await insert(pool, 'kms_keys', [{ ...key, manager: 'CUSTOMER', state: 'ENABLED', content_hash: '' }])
    await pool.query("delete from amigraph.kms_key_access where rule_id = 'open'")
    await refreshShareProblems(pool)
  })

  it('keeps what is still there as it was first found', async () => {
    await refreshShareProblems(database.pool)
    const before = await problems('{}')
    expect(await refreshShareProblems(database.pool)).toBe(0)
    expect(await problems('{}')).toEqual(before)
  })

  const document = resolve(import.meta.dirname, '../../../shared/questions/07-share-problems.graphql')
  it.skipIf(!existsSync(document))('answers question 7 as it is asked, what blocks a launch first', async () => {
    const { data, errors, statements } = await api.query(readFileSync(document, 'utf8'), { first: 1000 })
    expect(errors).toBeUndefined()
    expect(statements).toBe(1)
    const severities = data.shareProblems.nodes.map(({ severity }: Problem) => severity)
    expect(severities).toEqual([
      ...severities.filter((one: string) => one === 'BLOCKS_LAUNCH'),
      ...severities.filter((one: string) => one === 'BLOCKS_COPY'),
      ...severities.filter((one: string) => one === 'INFORMATION'),
    ])
  })
})
