import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examples } from '../../src/graphql/explorer/page/examples.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, images, organizationArn, regions, seedInventory, unitArn, units } from '../support/inventory.ts'

const documents = resolve(import.meta.dirname, '../../../shared/questions')

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

describe.skipIf(!existsSync(documents))('the questions, as they are asked', () => {
  const ask = (file: string, variables: Record<string, unknown>) =>
    api.query(readFileSync(resolve(documents, file), 'utf8'), variables)

  it('who can launch this AMI (1)', async () => {
    const { data, errors, statements } = await ask('01-who-can-launch.graphql', { imageId: images.unitShared })
    expect(errors).toBeUndefined()
    expect(data.image).toEqual({
      id: `Image:${regions.frankfurt}:${images.unitShared}`,
      imageId: images.unitShared,
      region: regions.frankfurt,
      name: 'golden_arm%1',
      state: 'AVAILABLE',
      visibility: 'SHARED',
      owner: { accountId: accounts.golden, name: 'golden', inOrganization: true },
      launchPermissions: [
        {
          kind: 'ORGANIZATIONAL_UNIT',
          grantee: unitArn(units.production),
          status: 'ACTIVE',
          observedAt: '2026-11-01T00:00:00.000Z',
        },
      ],
      launchableBy: {
        totalCount: 3,
        nodes: [
          {
            account: { accountId: accounts.golden, name: 'golden', organizationalUnitPath: 'Root/Workloads' },
            grants: [{ kind: 'OWNER', grantee: accounts.golden }],
          },
          {
            account: { accountId: accounts.appA, name: 'app-a', organizationalUnitPath: 'Root/Workloads/Production' },
            grants: [{ kind: 'ORGANIZATIONAL_UNIT', grantee: unitArn(units.production) }],
          },
          {
            account: {
              accountId: accounts.appB,
              name: 'app-b',
              organizationalUnitPath: 'Root/Workloads/Production/Team A',
            },
            grants: [{ kind: 'ORGANIZATIONAL_UNIT', grantee: unitArn(units.production) }],
          },
        ],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
      coverage: { complete: true, oldestObservation: '2026-11-01T00:00:00.000Z', gaps: [] },
    })
    expect(statements).toBeLessThanOrEqual(9)
  })

  it('what an account can launch (2)', async () => {
    const { data, errors, statements } = await ask('02-what-can-an-account-launch.graphql', {
      accountId: accounts.appB,
      region: regions.frankfurt,
    })
    expect(errors).toBeUndefined()
    const { launchableImages, ...account } = data.account
    expect(account).toEqual({
      accountId: accounts.appB,
      name: 'app-b',
      state: 'ACTIVE',
      organizationalUnitPath: 'Root/Workloads/Production/Team A',
    })
    expect(launchableImages.totalCount).toBe(8)
    expect(launchableImages.nodes[0]).toEqual({
      image: {
        imageId: images.manyPaths,
        name: 'golden-linux-2',
        architecture: 'X86_64',
        creationDate: '2026-02-05T00:00:00.000Z',
        deprecationTime: null,
        deprecated: false,
        trust: 'ORGANIZATION',
        owner: { accountId: accounts.golden },
      },
      grants: [
        { kind: 'ORGANIZATIONAL_UNIT', grantee: unitArn(units.teamA) },
        { kind: 'ORGANIZATIONAL_UNIT', grantee: unitArn(units.workloads) },
        { kind: 'ORGANIZATION', grantee: organizationArn() },
        { kind: 'PUBLIC', grantee: 'all' },
      ],
    })
    expect(statements).toBeLessThanOrEqual(3)
  })

  it('which instances run on risky AMIs (8)', async () => {
    const { data, errors, statements } = await ask('08-risky-instances.graphql', {})
    expect(errors).toBeUndefined()
    expect(data.instances.totalCount).toBe(5)
    expect(data.instances.nodes.map((node: { instanceId: string }) => node.instanceId).sort()).toEqual([
      'i-00000002', // deprecated
      'i-00000003', // disabled, and the instance is stopped
      'i-00000004', // untrusted
      'i-00000005', // deregistered
      'i-00000009', // not allowed
    ])
    expect(data.instances.nodes).toContainEqual({
      instanceId: 'i-00000005',
      region: regions.frankfurt,
      account: { accountId: accounts.appB, name: 'app-b' },
      state: 'RUNNING',
      instanceType: 'm7i.large',
      launchTime: '2026-05-01T00:00:00.000Z',
      platformDetails: 'Linux/UNIX',
      usageOperation: 'RunInstances',
      image: {
        imageId: images.gone,
        name: null,
        state: 'DEREGISTERED',
        deprecated: false,
        deprecationTime: null,
        trust: null,
        owner: null,
      },
    })
    expect(statements).toBeLessThanOrEqual(4)
  })

  it('what changed, and what was true then (9)', async () => {
    const since = new Date(Date.now() - 1).toISOString()
    await database.pool.query(`update amigraph.images set name = 'renamed' where image_id = $1`, [images.unitShared])
    await database.pool.query(`update amigraph.images set name = 'golden_arm%1' where image_id = $1`, [
      images.unitShared,
    ])
    const { data, errors, statements } = await ask('09-what-changed.graphql', {
      since,
      imageId: images.unitShared,
      at: since,
    })
    expect(errors).toBeUndefined()
    expect(data.changes.totalCount).toBe(2)
    expect(data.changes.nodes[0]).toEqual({
      at: expect.any(String),
      kind: 'IMAGE_CHANGED',
      account: { accountId: accounts.golden, name: 'golden' },
      region: regions.frankfurt,
      subject: { __typename: 'Image', imageId: images.unitShared, name: 'golden_arm%1' },
      before: { name: 'golden_arm%1' },
      after: { name: 'renamed' },
    })
    expect(data.image).toEqual({
      imageId: images.unitShared,
      name: 'golden_arm%1',
      state: 'AVAILABLE',
      launchPermissions: [{ kind: 'ORGANIZATIONAL_UNIT', grantee: unitArn(units.production) }],
    })
    expect(statements).toBe(2)
  })

  it('what could not be read (12)', async () => {
    const { data, errors, statements } = await ask('12-what-could-not-be-read.graphql', {})
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      coverage: {
        totalCount: 3,
        nodes: [
          {
            account: { accountId: accounts.golden, name: 'golden' },
            region: regions.virginia,
            kind: 'LAUNCH_PERMISSIONS',
            status: 'STALE',
            lastSuccessAt: '2026-10-01T00:00:00.000Z',
            lastAttemptAt: '2026-11-20T00:00:00.000Z',
            attempts: 0,
            error: null,
          },
          {
            account: { accountId: accounts.appB, name: 'app-b' },
            region: regions.virginia,
            kind: 'INSTANCES',
            status: 'FAILED',
            lastSuccessAt: null,
            lastAttemptAt: '2026-11-20T00:00:00.000Z',
            attempts: 3,
            error: { code: 'RequestLimitExceeded', message: 'RequestLimitExceeded: said by AWS' },
          },
          {
            account: { accountId: accounts.sandbox, name: 'sandbox' },
            region: null,
            kind: 'REGIONS',
            status: 'DENIED',
            lastSuccessAt: null,
            lastAttemptAt: '2026-11-20T00:00:00.000Z',
            attempts: 3,
            error: { code: 'AccessDenied', message: 'AccessDenied: said by AWS' },
          },
        ],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
      syncStatus: {
        running: false,
        lastCompletedAt: null,
        nextRunAt: null,
        sources: { total: 56, fresh: 53, stale: 1, failed: 2 },
      },
    })
    expect(statements).toBeLessThanOrEqual(4)
  })
})

it.each(examples.map(({ query, variables = '{}' }) => [query, variables]))(
  'answers an example of the explorer page',
  async (query, variables) => {
    const { data, errors } = await api.query(query, JSON.parse(variables))
    expect(errors).toBeUndefined()
    // Not only without errors, but with something in its lists.
    expect(JSON.stringify(data)).toMatch(/"nodes":\[\{/)
  },
)
