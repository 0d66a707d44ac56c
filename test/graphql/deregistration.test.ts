import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, imageRow, images, insert, regions, seedInventory } from '../support/inventory.ts'
import { seedSharing } from '../support/sharing.ts'

let database: TestDatabase
let api: TestApi

const { golden, appA, appB, partner } = accounts
const { frankfurt, virginia } = regions
const unused = 'ami-30000001'

type Row = Readonly<Record<string, unknown>>

beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database
  await seedInventory(pool)
  await seedSharing(pool)
  await insert(pool, 'images', [imageRow(unused, { last_launched_time: '2026-04-01T00:00:00Z' })])
  await insert(pool, 'launch_permission_reads', [
    {
      region: frankfurt,
      image_id: unused,
      owner_account_id: golden,
      observed_at: '2026-11-01T00:00:00Z',
      attempted_at: '2026-11-01T00:00:00Z',
    },
  ])
  await pool.query(`update amigraph.coverage set status = 'FRESH', fresh_until = '2999-01-01', error_code = null
    where status <> 'NOT_APPLICABLE'`)
  await pool.query(
    `insert into amigraph.coverage (account_id, region, kind, status, last_success_at, fresh_until)
    select account_id, region, kind, 'FRESH', '2026-11-20', '2999-01-01'
    from unnest($1::text[]) account_id, unnest(array['LAUNCH_TEMPLATES', 'IMAGE_REFERENCES', 'IMAGE_ANCESTRY']) kind, unnest($2::text[]) region`,
    [
      [golden, appA, appB],
      [frankfurt, virginia],
    ],
  )
  api = await createTestApi(pool)
})
afterAll(async () => {
  await api.stop()
  await database.drop()
})
const added = [
  'launch_template_versions',
  'image_references',
  'image_outside_usage',
  'image_usage_reports',
  'image_ancestors',
  'recycle_bin_images',
]
beforeEach(() => database.pool.query(`truncate ${added.map(table => `amigraph.${table}`).join(', ')}`))

const ask = async (imageId: string, region: string = frankfurt) => {
  const { data, errors } = await api.query(
    `query ($imageId: ID!, $region: Region!) {
      image(imageId: $imageId, region: $region) {
        deregistration {
          verdict reasons lastLaunchedTime snapshotStorageGiB recycleBin { exitTime }
          uses { kind account { accountId } count examples observedAt }
          coverage { complete gaps { kind region account { accountId } } }
        }
      }
    }`,
    { imageId, region },
  )
  expect(errors).toBeUndefined()
  return data.image.deregistration
}
const usesOf = async (imageId: string) =>
  (await ask(imageId)).uses.map(
    (use: { kind: string; account: { accountId: string }; count: number; examples: string[] }) => [
      use.kind,
      use.account.accountId,
      use.count,
      ...use.examples,
    ],
  )

const template = (more: Row = {}) => ({
  account_id: appA,
  region: frankfurt,
  launch_template_id: 'lt-1',
  version_number: 1,
  is_default: true,
  is_latest: false,
  image_id: unused,
  content_hash: '',
  ...more,
})
const reference = (kind: string, arn: string, account_id: string = appB) => ({
  account_id,
  region: frankfurt,
  image_id: unused,
  kind,
  arn,
  content_hash: '',
})

const outsideUse = (usage_count: number) => ({
  region: frankfurt,
  image_id: unused,
  account_id: partner,
  resource_type: 'INSTANCE',
  owner_account_id: golden,
  usage_count,
})

describe('whether an image is safe to deregister (question 6)', () => {
  it('is SAFE where nothing uses it and everything that would tell was read', async () => {
    expect(await ask(unused)).toEqual({
      verdict: 'SAFE',
      reasons: [],
      lastLaunchedTime: '2026-04-01T00:00:00.000Z',
      snapshotStorageGiB: 0,
      recycleBin: null,
      uses: [],
      coverage: { complete: true, gaps: [] },
    })
  })

  it('is IN_USE by instances, by account, terminated ones apart', async () => {
    expect(await ask(images.deprecated)).toMatchObject({
      verdict: 'IN_USE',
      reasons: ['IN_USE'],
      uses: [
        {
          kind: 'INSTANCE',
          account: { accountId: appA },
          count: 1,
          examples: ['i-00000002'],
          observedAt: '2026-11-20T00:00:00.000Z',
        },
      ],
    })
  })

  it('counts a launch template once, whichever call tells of it', async () => {
    await insert(database.pool, 'launch_template_versions', [template(), template({ version_number: 2 })])
    await insert(database.pool, 'image_references', [
      reference('LAUNCH_TEMPLATE', `arn:aws:ec2:${frankfurt}:${appA}:launch-template/lt-1`, appA),
      reference('LAUNCH_TEMPLATE', `arn:aws:ec2:${frankfurt}:${appA}:launch-template/lt-2`, appA),
    ])
    expect(await usesOf(unused)).toEqual([['LAUNCH_TEMPLATE', appA, 2, 'lt-1', 'lt-2']])
  })

  it('is IN_USE by parameters, recipes, copies and images made from its instances', async () => {
    const parameter = `arn:aws:ssm:${frankfurt}:${appB}:parameter/golden`
    const recipe = `arn:aws:imagebuilder:${frankfurt}:${appB}:image-recipe/web/1.0.0`
    await insert(database.pool, 'image_references', [
      reference('SSM_PARAMETER', parameter),
      reference('IMAGE_BUILDER_RECIPE', recipe),
      reference('OTHER', 'arn:aws:other'),
    ])
    expect(await usesOf(unused)).toEqual([
      ['IMAGE_BUILDER_RECIPE', appB, 1, recipe],
      ['SSM_PARAMETER', appB, 1, parameter],
    ])
    expect(await usesOf(images.private)).toContainEqual(['DERIVED_IMAGE', golden, 1, images.twoRegions])
  })

  it('is PROTECTED while its protection is on', async () => {
    await database.pool.query(
      `update amigraph.images set deregistration_protection = 'enabled-with-cooldown' where image_id = $1`,
      [unused],
    )
    expect(await ask(unused)).toMatchObject({ verdict: 'PROTECTED', reasons: ['PROTECTED'] })
    await database.pool.query(`update amigraph.images set deregistration_protection = 'disabled' where image_id = $1`, [
      unused,
    ])
    expect(await ask(unused)).toMatchObject({ verdict: 'SAFE' })
  })

  it.each([
    ['failed', `status = 'FAILED'`],
    ['was never made', `status = 'NEVER', last_success_at = null`],
    ['is stale', `fresh_until = '2026-01-01'`],
  ])('is UNKNOWN where a reading that would tell of a use %s, and names it (R20)', async (_name, change) => {
    const where = `where account_id = '${appB}' and region = '${frankfurt}' and kind = 'INSTANCES'`
    await database.pool.query(`update amigraph.coverage set ${change} ${where}`)
    expect(await ask(unused)).toMatchObject({
      verdict: 'UNKNOWN',
      reasons: ['COVERAGE_GAP'],
      coverage: { complete: false, gaps: [{ kind: 'INSTANCES', account: { accountId: appB } }] },
    })
    await database.pool.query(
      `update amigraph.coverage set status = 'FRESH', fresh_until = '2999-01-01', last_success_at = '2026-11-20' ${where}`,
    )
    expect(await ask(unused)).toMatchObject({ verdict: 'SAFE' })
  })

  it.each([
    ['copies in another Region', appB, virginia, 'IMAGES_OWNED'],
    ['what images were made from', appA, virginia, 'IMAGE_ANCESTRY'],
    ['whom the owner shares it with', golden, frankfurt, 'LAUNCH_PERMISSIONS'],
  ])('is UNKNOWN where a reading that would tell of %s is stale, and names it', async (_name, account, where, kind) => {
    const source = `where account_id = '${account}' and region = '${where}' and kind = '${kind}'`
    await database.pool.query(`update amigraph.coverage set fresh_until = '2026-01-01' ${source}`)
    expect(await ask(unused)).toMatchObject({
      verdict: 'UNKNOWN',
      reasons: ['COVERAGE_GAP'],
      coverage: { complete: false, gaps: [{ kind, region: where, account: { accountId: account } }] },
    })
    await database.pool.query(`update amigraph.coverage set fresh_until = '2999-01-01' ${source}`)
    expect(await ask(unused)).toMatchObject({ verdict: 'SAFE', coverage: { complete: true, gaps: [] } })
  })

  it('does not care for readings elsewhere that tell of nothing here', async () => {
    const source = `where account_id = '${appB}' and region = '${virginia}' and kind = 'INSTANCES'`
    await database.pool.query(`update amigraph.coverage set fresh_until = '2026-01-01' ${source}`)
    expect(await ask(unused)).toMatchObject({ verdict: 'SAFE' })
    await database.pool.query(`update amigraph.coverage set fresh_until = '2999-01-01' ${source}`)
  })

  it('tells of each use how old its evidence is', async () => {
    const { pool } = database
    const later = `where account_id = '${appB}' and region = '${virginia}' and kind = 'IMAGES_OWNED'`
    await pool.query(`update amigraph.coverage set last_success_at = '2026-11-22' ${later}`)
    await insert(pool, 'images', [
      imageRow('ami-30000002', {
        region: virginia,
        owner_account_id: appB,
        evidence_account_id: appB,
        source_image_id: unused,
        source_image_region: frankfurt,
      }),
    ])
    await insert(pool, 'image_references', [reference('SSM_PARAMETER', 'arn:aws:ssm:::parameter/a')])
    await insert(pool, 'image_usage_reports', [
      { region: frankfurt, image_id: unused, owner_account_id: golden, observed_at: '2026-11-03T00:00:00Z' },
    ])
    await insert(pool, 'image_outside_usage', [outsideUse(2)])
    const { uses } = await ask(unused)
    expect(
      Object.fromEntries(uses.map(({ kind, observedAt }: { kind: string; observedAt: string }) => [kind, observedAt])),
    ).toEqual({
      DERIVED_IMAGE: '2026-11-22T00:00:00.000Z',
      OUTSIDE_ACCOUNT: '2026-11-03T00:00:00.000Z',
      SSM_PARAMETER: '2026-11-20T00:00:00.000Z',
    })
    await pool.query(`delete from amigraph.images where image_id = 'ami-30000002'`)
  })

  it('is UNKNOWN where it is shared outside, until a usage report tells', async () => {
    const { pool } = database
    const daysAgo = (days: number) => new Date(Math.floor(Date.now() / 1000) * 1000 - days * 86_400_000)
    const grant = {
      region: frankfurt,
      image_id: unused,
      kind: 'ACCOUNT',
      grantee: partner,
      target_id: partner,
      owner_account_id: golden,
      first_seen_at: daysAgo(28),
    }
    await insert(pool, 'launch_permissions', [grant])
    expect(await ask(unused)).toMatchObject({ verdict: 'UNKNOWN', reasons: ['OUTSIDE_USE_UNKNOWN'] })
    const reported = { region: frankfurt, image_id: unused, owner_account_id: golden, observed_at: daysAgo(27) }
    await insert(pool, 'image_usage_reports', [reported])
    expect(await ask(unused)).toMatchObject({ verdict: 'SAFE' })
    const began = (table: string, column: string, days: number) => async () => {
      await pool.query(`update amigraph.${table} set ${column} = $1 where image_id = $2`, [daysAgo(days), unused])
    }
    for (const [outdate, mend] of [
      [
        () => pool.query(`update amigraph.image_usage_reports set error_code = 'InternalError'`),
        () => pool.query(`update amigraph.image_usage_reports set error_code = null`),
      ],
      // Somebody may use it since
      [began('image_usage_reports', 'observed_at', 29), began('image_usage_reports', 'observed_at', 27)],
      [
        () =>
          pool.query(
            `insert into amigraph.coverage (account_id, region, kind, status) values ($1, $2, 'IMAGE_USAGE', 'DENIED')`,
            [golden, frankfurt],
          ),
        () => pool.query(`delete from amigraph.coverage where kind = 'IMAGE_USAGE'`),
      ],
      // AWS would not have kept it
      [
        async () => {
          await began('launch_permissions', 'first_seen_at', 40)()
          await began('image_usage_reports', 'observed_at', 31)()
        },
        began('image_usage_reports', 'observed_at', 27),
      ],
    ] as const) {
      await outdate()
      expect(await ask(unused)).toMatchObject({ verdict: 'UNKNOWN', reasons: ['OUTSIDE_USE_UNKNOWN'] })
      await mend()
      expect(await ask(unused)).toMatchObject({ verdict: 'SAFE' })
    }
    // What members use is known from themselves
    await insert(pool, 'image_outside_usage', [outsideUse(7), { ...outsideUse(2), account_id: appA }])
    const reportedAt = reported.observed_at.toISOString()
    expect(await usesOf(unused)).toEqual([['OUTSIDE_ACCOUNT', partner, 7, 'INSTANCE']])
    expect((await ask(unused)).uses).toMatchObject([{ observedAt: reportedAt }])
    const error = { code: 'UnauthorizedOperation', message: 'no' }
    await pool.query(`update amigraph.image_usage_reports set error_code = $1, error_message = $2`, [
      error.code,
      error.message,
    ])
    const { data } = await api.query(`{ image(imageId: "${unused}", region: "${frankfurt}") {
      deregistration { usageReport { observedAt requestedAt error { code message } } } } }`)
    expect(data.image.deregistration.usageReport).toEqual({ observedAt: reportedAt, requestedAt: null, error })
    await pool.query('delete from amigraph.launch_permissions where image_id = $1', [unused])
  })

  it('is UNKNOWN where its list was never read', async () => {
    expect(await ask(images.neverRead, virginia)).toMatchObject({
      verdict: 'UNKNOWN',
      reasons: ['PERMISSIONS_UNKNOWN'],
    })
  })

  it('is UNKNOWN where it is public until every account was asked for what names it, and names those that were not', async () => {
    const { pool } = database
    await pool.query('update amigraph.images set is_public = true where image_id = $1', [unused])
    await pool.query('delete from amigraph.image_usage_reports')
    await insert(pool, 'image_usage_reports', [
      { region: frankfurt, image_id: unused, owner_account_id: golden, observed_at: new Date(Date.now() - 86_400_000) },
    ])
    const readAt = (days: number, accountId: string | null = null) =>
      pool.query(
        `update amigraph.coverage set last_success_at = $1
         where kind = 'IMAGE_REFERENCES' and region = $2 and account_id = coalesce($3, account_id)`,
        [new Date(Date.now() - days * 86_400_000), frankfurt, accountId],
      )
    const early = async () => {
      const { data } = await api.query(`{ image(imageId: "${unused}", region: "${frankfurt}") {
        deregistration { referencesReadTooEarly { account { accountId } kind region lastSuccessAt } } } }`)
      return data.image.deregistration.referencesReadTooEarly.map(
        ({ account, kind, region }: { account: { accountId: string }; kind: string; region: string }) =>
          `${account.accountId} ${region} ${kind}`,
      )
    }
    const source = (accountId: string) => `${accountId} ${frankfurt} IMAGE_REFERENCES`
    // Since when is not known: it was so when the image was noted, which was just now.
    await readAt(1)
    expect(await ask(unused)).toMatchObject({ verdict: 'UNKNOWN', reasons: ['REFERENCES_UNKNOWN'] })
    expect(await early()).toContain(source(appA))
    await insert(pool, 'launch_permissions', [
      {
        region: frankfurt,
        image_id: unused,
        kind: 'PUBLIC',
        grantee: 'all',
        target_id: 'all',
        owner_account_id: golden,
        first_seen_at: new Date(Date.now() - 2 * 86_400_000),
      },
    ])
    expect(await ask(unused)).toMatchObject({ verdict: 'SAFE' })
    expect(await early()).toEqual([])
    await readAt(3, appB)
    expect(await ask(unused)).toMatchObject({ verdict: 'UNKNOWN', reasons: ['REFERENCES_UNKNOWN'] })
    expect(await early()).toEqual([source(appB)])
    // It may not have been there for the reading yet, whose transaction ended a while later.
    await readAt(2 - 10 / 1440, appB)
    expect(await early()).toEqual([source(appB)])
    await readAt(2 - 20 / 1440, appB)
    expect(await early()).toEqual([])
    await pool.query(`update amigraph.coverage set status = 'FAILED'
      where kind = 'IMAGE_REFERENCES' and account_id = '${appB}' and region = '${frankfurt}'`)
    expect(await ask(unused)).toMatchObject({ verdict: 'UNKNOWN', reasons: ['COVERAGE_GAP'] })
    await pool.query(`update amigraph.coverage set status = 'FRESH'
      where kind = 'IMAGE_REFERENCES' and account_id = '${appB}' and region = '${frankfurt}'`)
    await insert(pool, 'image_references', [
      {
        account_id: appB,
        region: frankfurt,
        image_id: unused,
        kind: 'SSM_PARAMETER',
        arn: 'arn:aws:ssm:x',
        content_hash: '',
      },
    ])
    expect(await ask(unused)).toMatchObject({ verdict: 'IN_USE' })
    await pool.query('delete from amigraph.image_references where image_id = $1', [unused])
    await pool.query('delete from amigraph.launch_permissions where image_id = $1', [unused])
    await pool.query('update amigraph.images set is_public = false where image_id = $1', [unused])
  })

  it('tells of an image in the Recycle Bin what still uses it, and until when it can be restored', async () => {
    const { pool } = database
    await insert(pool, 'recycle_bin_images', [
      {
        account_id: golden,
        region: frankfurt,
        image_id: images.gone,
        exit_time: '2027-01-01T00:00:00Z',
        content_hash: '',
      },
    ])
    expect(await ask(images.gone)).toMatchObject({
      verdict: 'IN_USE',
      uses: [{ kind: 'INSTANCE', account: { accountId: appB }, count: 1 }],
      recycleBin: { exitTime: '2027-01-01T00:00:00.000Z' },
    })
    const { data, errors } = await api.query(
      '{ recycleBinImages { nodes { imageId uses { kind account { accountId } count examples } } } }',
    )
    expect(errors).toBeUndefined()
    expect(data.recycleBinImages.nodes).toEqual([
      {
        imageId: images.gone,
        uses: [{ kind: 'INSTANCE', account: { accountId: appB }, count: 1, examples: ['i-00000005'] }],
      },
    ])
  })

  it('is null for images of others, and for those that are gone', async () => {
    expect(await ask(images.amazons)).toBeNull()
    expect(await ask(images.gone)).toBeNull()
  })

  it('adds up what only this image keeps', async () => {
    expect(await ask(images.private)).toMatchObject({ snapshotStorageGiB: 8 })
  })

  const document = resolve(import.meta.dirname, '../../../shared/questions/06-safe-to-deregister.graphql')
  it.skipIf(!existsSync(document))('answers question 6 as it is asked, with one statement', async () => {
    const { data, errors, statements } = await api.query(readFileSync(document, 'utf8'), { owner: golden })
    expect(errors).toBeUndefined()
    expect(statements).toBe(1)
    const verdicts = data.images.nodes.map(
      ({ deregistration }: { deregistration: { verdict: string } }) => deregistration.verdict,
    )
    expect(new Set(verdicts)).toEqual(new Set(['SAFE', 'IN_USE', 'UNKNOWN']))
  })
})
