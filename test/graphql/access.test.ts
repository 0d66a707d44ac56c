import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import {
  accounts,
  images,
  organizationArn,
  organizationId,
  regions,
  seedInventory,
  unitArn,
  units,
} from '../support/inventory.ts'

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

const { management, golden, appA, appB, sandbox, suspended, partner } = accounts
const everybody = [management, golden, appA, appB, sandbox]
type Grants = Record<string, [kind: string, grantee: string][]>
type Grant = { kind: string; grantee: string }

const launchableBy = async (imageId: string, region: string = regions.frankfurt): Promise<Grants> => {
  const { data, errors } = await api.query(
    `query ($imageId: ID!, $region: Region!) {
      image(imageId: $imageId, region: $region) {
        launchableBy { totalCount nodes { account { accountId } grants { kind grantee } } }
      }
    }`,
    { imageId, region },
  )
  expect(errors).toBeUndefined()
  const { totalCount, nodes } = data.image.launchableBy
  expect(totalCount).toBe(nodes.length)
  return Object.fromEntries(
    nodes.map(({ account, grants }: { account: { accountId: string }; grants: Grant[] }) => [
      account.accountId,
      grants.map(({ kind, grantee }) => [kind, grantee]),
    ]),
  )
}

const owner: [string, string] = ['OWNER', golden]
const toAll: [string, string] = ['PUBLIC', 'all']
const toOrganization: [string, string] = ['ORGANIZATION', organizationArn()]
const unit = (id: string): [string, string] => ['ORGANIZATIONAL_UNIT', unitArn(id)]

describe('who can launch an image (R6)', () => {
  it.each<[rule: string, imageId: string, expected: Grants]>([
    ['a private image: its owner', images.private, { [golden]: [owner] }],
    [
      'every path counts, not only the first; an organizational unit reaches every depth',
      images.manyPaths,
      {
        [management]: [toOrganization, toAll],
        [golden]: [owner, unit(units.workloads), toOrganization, toAll],
        [appA]: [['ACCOUNT', appA], unit(units.workloads), toOrganization, toAll],
        [appB]: [unit(units.teamA), unit(units.workloads), toOrganization, toAll],
        [sandbox]: [toOrganization, toAll],
      },
    ],
    [
      'an organizational unit does not reach accounts beside or above it, nor a suspended one in it',
      images.unitShared,
      { [golden]: [owner], [appA]: [unit(units.production)], [appB]: [unit(units.production)] },
    ],
    [
      'a public image',
      images.public,
      Object.fromEntries(everybody.map(id => [id, id === golden ? [owner, toAll] : [toAll]])),
    ],
    ['a disabled image: nobody, its owner neither', images.disabled, {}],
    [
      'a deprecated image can still be launched (R4)',
      images.deprecated,
      Object.fromEntries(everybody.map(id => [id, id === golden ? [owner, toOrganization] : [toOrganization]])),
    ],
    [
      "another owner's image: whoever sees it; by which grant, only the owner could say (R21)",
      images.partners,
      { [appA]: [['OBSERVED', appA]] },
    ],
    ["Amazon's public image", images.amazons, Object.fromEntries(everybody.map(id => [id, [toAll]]))],
    ['a deregistered image: nobody', images.gone, {}],
    [
      'grants that reach nobody here reach nobody (R12); an ARN with a part missing still names its unit',
      images.dangling,
      {
        [golden]: [owner],
        [appB]: [['ORGANIZATIONAL_UNIT', `arn:aws:organizations:100000000001:ou/${organizationId}/${units.teamA}`]],
      },
    ],
  ])('%s', async (_rule, imageId, expected) => {
    expect(await launchableBy(imageId)).toEqual(expected)
  })

  it('is regional (R1): a share of the copy here is none of the copy there', async () => {
    expect(await launchableBy(images.twoRegions, regions.virginia)).toEqual({ [golden]: [owner] })
  })

  it('follows the tree as it is now', async () => {
    await database.pool.query(
      'update amigraph.accounts set ancestor_ids = array[$1, $2, $3], parent_id = $3 where account_id = $4',
      [units.root, units.workloads, units.production, sandbox],
    )
    expect(Object.keys(await launchableBy(images.unitShared))).toEqual([golden, appA, appB, sandbox])
    await database.pool.query(
      'update amigraph.accounts set ancestor_ids = array[$1, $2], parent_id = $2 where account_id = $3',
      [units.root, units.playground, sandbox],
    )
  })

  it('filters and orders the accounts', async () => {
    const { data } = await api.query(`{
      image(imageId: "${images.public}") {
        launchableBy(filter: { organizationalUnit: { in: ["${units.production}"] } }, orderBy: { field: NAME, direction: DESC }) {
          totalCount
          nodes { account { name } }
        }
      }
    }`)
    expect(data.image.launchableBy).toEqual({
      totalCount: 2,
      nodes: [{ account: { name: 'app-b' } }, { account: { name: 'app-a' } }],
    })
  })
})

describe('what an account can launch', () => {
  const launchableImages = async (accountId: string, region: string | null) => {
    const { data, errors } = await api.query(
      `query ($accountId: AccountId!, $region: Region) {
        account(accountId: $accountId) {
          launchableImages(region: $region, first: 1000) {
            totalCount
            nodes { image { region imageId } grants { kind grantee } }
          }
        }
      }`,
      { accountId, region },
    )
    expect(errors).toBeUndefined()
    const { totalCount, nodes } = data.account.launchableImages
    expect(totalCount).toBe(nodes.length)
    return nodes as { image: { region: string; imageId: string }; grants: Grant[] }[]
  }

  it('is the mirror image of who can launch it, grants and all', async () => {
    const { rows } = await database.pool.query<{ region: string; imageId: string }>(
      'select region, image_id as "imageId" from amigraph.images',
    )
    const byImage: string[] = []
    for (const { region, imageId } of rows) {
      for (const [accountId, grants] of Object.entries(await launchableBy(imageId, region))) {
        byImage.push([accountId, region, imageId, ...grants.flat()].join(' '))
      }
    }
    const byAccount: string[] = []
    for (const accountId of [...everybody, suspended]) {
      for (const { image, grants } of await launchableImages(accountId, null)) {
        const paths = grants.flatMap(({ kind, grantee }) => [kind, grantee])
        byAccount.push([accountId, image.region, image.imageId, ...paths].join(' '))
      }
    }
    expect(byAccount.toSorted()).toEqual(byImage.toSorted())
    expect(byAccount.length).toBeGreaterThan(25)
  })

  it('is narrowed to a Region', async () => {
    const found = await launchableImages(golden, regions.virginia)
    expect(found.map(({ image }) => image.imageId).toSorted()).toEqual([images.twoRegions, images.neverRead])
  })

  it('is nothing for a suspended account, and for one outside the organization', async () => {
    expect(await launchableImages(suspended, null)).toEqual([])
    expect(await launchableImages(partner, null)).toEqual([])
  })
})

describe('the permission list itself', () => {
  const permissions = async (imageId: string, region: string = regions.frankfurt) => {
    const { data, errors } = await api.query(
      `query ($imageId: ID!, $region: Region!) {
        image(imageId: $imageId, region: $region) {
          visibility
          launchPermissions { kind grantee status account { accountId inOrganization name } organizationalUnit { name } }
          launchPermissionsRead { observedAt error { code message } }
        }
      }`,
      { imageId, region },
    )
    expect(errors).toBeUndefined()
    return data.image
  }

  it('tells what became of each grantee (R12), in the words of AWS', async () => {
    const { visibility, launchPermissions } = await permissions(images.dangling)
    expect(visibility).toBe('SHARED')
    const malformed = `arn:aws:organizations:100000000001:ou/${organizationId}/${units.teamA}`
    expect(launchPermissions).toEqual([
      {
        kind: 'ACCOUNT',
        grantee: suspended,
        status: 'ACCOUNT_CLOSED',
        account: { accountId: suspended, inOrganization: true, name: 'suspended' },
        organizationalUnit: null,
      },
      {
        kind: 'ACCOUNT',
        grantee: partner,
        status: 'OUTSIDE_ORGANIZATION',
        account: { accountId: partner, inOrganization: false, name: null },
        organizationalUnit: null,
      },
      {
        kind: 'ORGANIZATIONAL_UNIT',
        grantee: malformed,
        status: 'ACTIVE',
        account: null,
        organizationalUnit: { name: 'Team A' },
      },
      {
        kind: 'ORGANIZATIONAL_UNIT',
        grantee: unitArn('ou-main-gone0000'),
        status: 'NOT_FOUND',
        account: null,
        organizationalUnit: null,
      },
      {
        kind: 'ORGANIZATIONAL_UNIT',
        grantee: unitArn('ou-othr-prod0000', 'o-other00001'),
        status: 'OUTSIDE_ORGANIZATION',
        account: null,
        organizationalUnit: null,
      },
      {
        kind: 'ORGANIZATION',
        grantee: organizationArn('o-other00001'),
        status: 'OUTSIDE_ORGANIZATION',
        account: null,
        organizationalUnit: null,
      },
    ])
  })

  it('is empty where it was read and nobody is on it', async () => {
    expect(await permissions(images.private)).toMatchObject({ visibility: 'PRIVATE', launchPermissions: [] })
  })

  it('is null, not empty, where nobody could read it', async () => {
    expect(await permissions(images.partners)).toEqual({
      visibility: 'SHARED',
      launchPermissions: null,
      launchPermissionsRead: null,
    })
    expect(await permissions(images.neverRead, regions.virginia)).toEqual({
      visibility: 'UNKNOWN',
      launchPermissions: null,
      launchPermissionsRead: {
        observedAt: null,
        error: { code: 'InvalidAMIID.Unavailable', message: 'The image is not available' },
      },
    })
  })
})
