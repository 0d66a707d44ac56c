import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import {
  accounts,
  imageRow,
  images,
  insert,
  organizationArn,
  regions,
  seedInventory,
  unitArn,
} from '../support/inventory.ts'
import { seedSharing, shared } from '../support/sharing.ts'

let database: TestDatabase
let api: TestApi

const listless = 'ami-20000001'

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  await seedSharing(database.pool)
  await insert(database.pool, 'images', [
    imageRow(listless, { is_public: true, creation_date: '2026-02-28T00:00:00Z' }),
  ])
  api = await createTestApi(database.pool)
})
afterAll(async () => {
  await api.stop()
  await database.drop()
})

describe('exposures (R12, question 5)', () => {
  it('are what leads outside, and what leads to nobody', async () => {
    const { data, errors } = await api.query('{ exposures { totalCount nodes { kind grantee image { imageId } } } }')
    expect(errors).toBeUndefined()
    const { nodes, totalCount } = data.exposures
    expect(totalCount).toBe(nodes.length)
    expect(
      nodes.map((node: { kind: string; grantee: string; image: { imageId: string } }) => [
        node.image.imageId,
        node.kind,
        node.grantee,
      ]),
    ).toEqual([
      [images.manyPaths, 'PUBLIC', 'all'],
      [images.public, 'PUBLIC', 'all'],
      [images.dangling, 'DANGLING', accounts.suspended],
      [images.dangling, 'DANGLING', unitArn('ou-main-gone0000')],
      [images.dangling, 'OUTSIDE_ACCOUNT', accounts.partner],
      [images.dangling, 'OUTSIDE_ORGANIZATION', organizationArn('o-other00001')],
      [images.dangling, 'OUTSIDE_ORGANIZATIONAL_UNIT', unitArn('ou-othr-prod0000', 'o-other00001')],
      [listless, 'PUBLIC', 'all'],
    ])
  })

  it('are filtered by kind, owner, Region and grantee', async () => {
    const count = async (filter: string) => {
      const { data } = await api.query(`{ exposures(filter: ${filter}) { totalCount } }`)
      return data.exposures.totalCount
    }
    expect(await count('{ kind: { in: [PUBLIC] } }')).toBe(3)
    expect(await count(`{ owner: { eq: "${accounts.appA}" } }`)).toBe(0)
    expect(await count(`{ region: { eq: "${regions.frankfurt}" } }`)).toBe(8)
    expect(await count('{ grantee: { like: "*organization/*" } }')).toBe(1)
    expect(await count('{ not: { kind: { eq: DANGLING } } }')).toBe(6)
  })

  it('follow the grants as they are: a share that is taken back, an account that joins', async () => {
    const grantees = async () => {
      const { data } = await api.query(`{ exposures(filter: { kind: { eq: OUTSIDE_ACCOUNT } }) { nodes { grantee } } }`)
      return data.exposures.nodes.map(({ grantee }: { grantee: string }) => grantee)
    }
    const { rows } = await database.pool.query(
      `delete from amigraph.launch_permissions where target_id = $1 returning *`,
      [accounts.partner],
    )
    expect(await grantees()).toEqual([])
    await insert(database.pool, 'launch_permissions', rows)
    expect(await grantees()).toEqual([accounts.partner])
    await database.pool.query(`update amigraph.accounts set account_id = $1 where account_id = $2`, [
      accounts.partner,
      accounts.sandbox,
    ])
    expect(new Set(await grantees())).toEqual(new Set([accounts.sandbox]))
    await database.pool.query(`update amigraph.accounts set account_id = $1 where account_id = $2`, [
      accounts.sandbox,
      accounts.partner,
    ])
  })

  const document = resolve(import.meta.dirname, '../../../shared/questions/05-exposures.graphql')
  it.skipIf(!existsSync(document))('answers question 5 as it is asked, with one statement', async () => {
    const { data, errors, statements } = await api.query(readFileSync(document, 'utf8'), { first: 1 })
    expect(errors).toBeUndefined()
    expect(statements).toBe(1)
    expect(data.exposures).toMatchObject({
      totalCount: 8,
      nodes: [{ kind: 'PUBLIC', image: { imageId: images.manyPaths, owner: { name: 'golden' } } }],
      pageInfo: { hasNextPage: true },
    })
  })
})

// "Considerations before you publicly share an AMI", "Block public access to your AMIs" (R8)
describe('whether an image could be made public', () => {
  it.each<[name: string, image: string, eligible: boolean | null, codes: string[]]>([
    ['nothing in the way', images.deprecated, true, []],
    ['encrypted', shared.encrypted, false, ['ENCRYPTED']],
    ['a product code', shared.paid, false, ['PRODUCT_CODE']],
    ['encrypted, with a product code', images.private, false, ['ENCRYPTED', 'PRODUCT_CODE']],
    ['blocked in that account and Region', images.windows, false, ['BLOCK_PUBLIC_ACCESS']],
    ['disabled', images.disabled, false, ['NOT_AVAILABLE']],
    ['settings that nobody could read', images.allowlisted, null, ['BLOCK_PUBLIC_ACCESS']],
    [
      'of which only instances tell',
      images.gone,
      false,
      ['ENCRYPTED', 'WATERMARK', 'BLOCK_PUBLIC_ACCESS', 'NOT_AVAILABLE'],
    ],
  ])('%s', async (_name, imageId, eligible, codes) => {
    const { data, errors } = await api.query(
      `{ image(imageId: "${imageId}") { publicEligibility { eligible blockers { code message certainty } } } }`,
    )
    expect(errors).toBeUndefined()
    const { publicEligibility } = data.image
    expect([
      publicEligibility.eligible,
      ...publicEligibility.blockers.map(({ code }: { code: string }) => code),
    ]).toEqual([eligible, ...codes])
  })

  // "Use AMI watermarks": not available on public AMIs
  it('not with a watermark, and nobody knows before they are read', async () => {
    const eligibility = async () =>
      (
        await api.query(
          `{ image(imageId: "${images.deprecated}") { publicEligibility { eligible blockers { code certainty } } } }`,
        )
      ).data.image.publicEligibility
    const count = (watermarks: number | null) =>
      database.pool.query('update amigraph.images set watermark_count = $2 where image_id = $1', [
        images.deprecated,
        watermarks,
      ])
    await count(null)
    expect(await eligibility()).toEqual({ eligible: null, blockers: [{ code: 'WATERMARK', certainty: 'POSSIBLE' }] })
    await database.pool.query(
      `insert into amigraph.image_watermarks (region, image_id, watermark_key)
       select region, image_id, '1:approved' from amigraph.images where image_id = $1`,
      [images.deprecated],
    )
    await count(1)
    expect(await eligibility()).toEqual({ eligible: false, blockers: [{ code: 'WATERMARK', certainty: 'CERTAIN' }] })
    await database.pool.query('delete from amigraph.image_watermarks')
    await count(0)
  })
})

// "Deprecate an Amazon EC2 AMI": public AMIs (R4)
describe('the deprecation of public images', () => {
  it('is two years after their creation, or earlier', async () => {
    const { data } =
      await api.query(`{ images(filter: { visibility: { eq: PUBLIC }, owner: { eq: "${accounts.golden}" } },
      orderBy: { field: IMAGE_ID }) { nodes { imageId publicDeprecationTime } } }`)
    expect(data.images.nodes).toEqual([
      { imageId: images.manyPaths, publicDeprecationTime: '2028-02-05T00:00:00.000Z' },
      { imageId: images.public, publicDeprecationTime: '2028-01-01T00:00:00.000Z' },
      { imageId: listless, publicDeprecationTime: '2028-02-28T00:00:00.000Z' },
    ])
    const { data: others } = await api.query(`{ image(imageId: "${images.private}") { publicDeprecationTime } }`)
    expect(others.image.publicDeprecationTime).toBeNull()
  })

  it('lists those without a date, those with a later one, and those due, with the accounts that run them', async () => {
    await database.pool.query(`update amigraph.images set deprecation_time = '2026-12-01' where image_id = $1`, [
      images.public,
    ])
    await database.pool.query(`update amigraph.images set deprecation_time = '2029-01-01' where image_id = $1`, [
      listless,
    ])
    const { data } = await api.query(`{
      beyond: images(filter: { beyondPublicDeprecation: true, owner: { eq: "${accounts.golden}" } }) { nodes { imageId } }
      due: images(filter: { publicDeprecationTime: { before: "2027-01-01T00:00:00Z" } }) {
        nodes { imageId instances { nodes { account { accountId } } } }
      }
    }`)
    const ids = (nodes: { imageId: string }[]) => nodes.map(({ imageId }) => imageId).sort()
    expect(ids(data.beyond.nodes)).toEqual([images.manyPaths, listless])
    expect(data.due.nodes).toEqual([{ imageId: images.public, instances: { nodes: expect.any(Array) } }])
  })
})
