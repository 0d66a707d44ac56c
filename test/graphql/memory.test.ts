import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../src/domain/viewer.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, images, insert, regions, seedInventory } from '../support/inventory.ts'
import { limitedTo, openViewers, organizationViewerNamed, type TestViewers } from '../support/viewers.ts'

let database: TestDatabase
let viewers: TestViewers
let apis: TestApi[]
/** Moments before, between and after what happens to an image that is not shared with app-a now. */
const moments: Record<'before' | 'shared' | 'unshared', string> = { before: '', shared: '', unshared: '' }

/** Without values several statements, in one transaction. */
const sql = async (text: string, values?: unknown[]) => (await database.pool.query(text, values)).rows
const moment = async (): Promise<string> =>
  (
    await sql(`select date_trunc('milliseconds', clock_timestamp()) + interval '1 ms' as now, pg_sleep(0.002)`)
  )[0].now.toISOString()
const describeAs = (text: string, imageId: string) =>
  sql('update amigraph.images set description = $1, deregistration_protection = $1 where image_id = $2', [
    text,
    imageId,
  ])
const grant = (target: string) => ({
  region: regions.frankfurt,
  image_id: images.private,
  kind: 'ACCOUNT',
  grantee: target,
  target_id: target,
  owner_account_id: accounts.golden,
})

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  viewers = openViewers(database.url)
  const context = { read: viewers.reads, readPrimary: viewers.reads }
  apis = [
    await createTestApi(database.pool, context),
    await createTestApi(database.pool, { ...context, compile: false }),
  ]

  moments.before = await moment()
  await describeAs('before it was shared', images.private)
  await describeAs('for all of the unit', images.unitShared)
  await insert(database.pool, 'launch_permissions', [grant(accounts.sandbox), grant(accounts.appA)])
  moments.shared = await moment()
  await describeAs('while it was shared', images.private)
  await sql('delete from amigraph.launch_permissions where image_id = $1 and target_id = $2', [
    images.private,
    accounts.appA,
  ])
  moments.unshared = await moment()
  await describeAs('after it was shared', images.private)
  await sql(`update amigraph.instances set state = 'TERMINATED' where account_id = $1`, [accounts.appB])
  await sql(`update amigraph.accounts set state = 'SUSPENDED' where account_id = $1`, [accounts.appA])
})
afterAll(async () => {
  for (const api of apis) await api.stop()
  await viewers.close()
  await database.drop()
})

const ask = async (viewer: Viewer, query: string, variables: Record<string, unknown> = {}) => {
  const [compiled, resolved] = await Promise.all(apis.map(api => api.query(query, variables, viewer)))
  expect(compiled?.data).toEqual(resolved?.data)
  expect(compiled?.errors?.map(({ extensions }) => extensions)).toEqual(
    resolved?.errors?.map(({ extensions }) => extensions),
  )
  return { data: compiled?.data, code: compiled?.errors?.[0]?.extensions?.['code'] }
}

const appA = limitedTo([accounts.appA])
const golden = limitedTo([accounts.golden])
const everybody = organizationViewerNamed()

const told = async (viewer: Viewer, filter: object = {}) => {
  const { data } = await ask(
    viewer,
    `query ($since: DateTime!, $filter: ChangeFilter) { changes(since: $since, filter: $filter) { totalCount nodes {
      kind account { accountId } before after
      subject { ... on Image { imageId } ... on Instance { instanceId } ... on Account { accountId } } } } }`,
    { since: moments.before, filter },
  )
  expect(data.changes.totalCount).toBe(data.changes.nodes.length)
  return data.changes.nodes as Record<string, Record<string, unknown>>[]
}

const then = (viewer: Viewer, asOf: string, imageId: string = images.private) =>
  ask(
    viewer,
    `query ($imageId: ID!, $asOf: DateTime!) { image(imageId: $imageId, asOf: $asOf) {
      description deregistrationProtection launchPermissions { grantee } } }`,
    { imageId, asOf },
  )

describe('changes', () => {
  it('are told to an account as far as it may see what they are of', async () => {
    const changes = await told(appA)
    expect(changes.map(({ kind, subject }) => [kind, subject?.['imageId'] ?? subject?.['accountId']])).toEqual([
      ['IMAGE_CHANGED', images.unitShared],
      ['SHARED', images.private],
      ['IMAGE_CHANGED', images.private],
      ['UNSHARED', images.private],
      ['ACCOUNT_STATE_CHANGED', accounts.appA],
    ])
    // What only the owner sees of its image is not told.
    expect(changes[0]?.['after']).toEqual({ description: 'for all of the unit' })
    expect(changes[2]).toMatchObject({
      before: { description: 'before it was shared' },
      after: { description: 'while it was shared' },
    })
  })

  it('are told to the owner, with whom it shared', async () => {
    const changes = await told(golden)
    expect(changes.map(({ kind, after }) => [kind, after?.['grantee'] ?? after?.['description']])).toEqual([
      ['IMAGE_CHANGED', 'before it was shared'],
      ['IMAGE_CHANGED', 'for all of the unit'],
      ['SHARED', accounts.sandbox],
      ['SHARED', accounts.appA],
      ['IMAGE_CHANGED', 'while it was shared'],
      ['UNSHARED', undefined],
      ['IMAGE_CHANGED', 'after it was shared'],
    ])
    expect(changes[0]?.['after']).toEqual({
      description: 'before it was shared',
      deregistrationProtection: 'before it was shared',
    })
  })

  it.each([
    ['kind', { kind: { in: ['ACCOUNT_STATE_CHANGED', 'UNSHARED'] } }, 2],
    ['image', { imageId: { eq: images.unitShared } }, 1],
    ['account', { account: { eq: accounts.appA } }, 1],
    ['Region', { region: { eq: regions.virginia }, kind: { eq: 'SHARED' } }, 0],
    ['neither', { not: { any: [{ imageId: { eq: images.private } }, { account: { eq: accounts.appB } }] } }, 1],
  ])('are narrowed by %s', async (_, filter, expected) => {
    const changes = await told(everybody, filter)
    expect(changes).toHaveLength(expected)
  })
})

describe('an account as of a moment', () => {
  const accountThen = (viewer: Viewer, accountId: string, asOf: string, fields = 'name') =>
    ask(
      viewer,
      `query ($accountId: AccountId!, $asOf: DateTime!) { account(accountId: $accountId, asOf: $asOf) { ${fields} } }`,
      { accountId, asOf },
    )

  it('is what it was, to whom sees it', async () => {
    const { rows } = await database.pool.query('select name from amigraph.accounts where account_id = $1', [
      accounts.appA,
    ])
    await database.pool.query(`update amigraph.accounts set name = 'renamed' where account_id = $1`, [accounts.appA])
    for (const viewer of [appA, everybody]) {
      expect((await accountThen(viewer, accounts.appA, moments.shared)).data.account).toEqual(rows[0])
      expect((await accountThen(viewer, accounts.appA, new Date().toISOString())).data.account).toEqual({
        name: 'renamed',
      })
    }
    expect((await accountThen(golden, accounts.appA, moments.shared)).data.account).toBeNull()
  })

  it('is unknown before it was known, wrong in the future, null where it was no member', async () => {
    await sql(`
      set local amigraph.is_first_reading = 'true';
      insert into amigraph.accounts (account_id, organization_id, arn, state, ancestor_ids, content_hash)
      values ('210000000021', 'o-1', 'arn', 'ACTIVE', '{}', '')`)
    const code = async (accountId: string, asOf: string) => (await accountThen(everybody, accountId, asOf)).code
    expect(await code('210000000021', '2020-01-01T00:00:00Z')).toBe('NOT_REMEMBERED')
    expect(await code(accounts.appA, '2100-01-01T00:00:00Z')).toBe('BAD_USER_INPUT')
    expect(await accountThen(everybody, accounts.partner, moments.shared)).toEqual({
      data: { account: null },
      code: undefined,
    })
  })

  it('says of what it does not remember', async () => {
    for (const fields of ['images { totalCount }', 'instances { totalCount }', 'launchableImages { totalCount }'])
      expect((await accountThen(everybody, accounts.appA, moments.shared, fields)).code).toBe('NOT_REMEMBERED')
  })
})

describe('an image as of a moment', () => {
  it('is what its owner then had', async () => {
    expect((await then(golden, moments.shared)).data.image).toEqual({
      description: 'before it was shared',
      deregistrationProtection: 'before it was shared',
      launchPermissions: [{ grantee: accounts.appA }, { grantee: accounts.sandbox }],
    })
    expect((await then(golden, moments.unshared)).data.image).toMatchObject({
      description: 'while it was shared',
      launchPermissions: [{ grantee: accounts.sandbox }],
    })
  })

  it('is shown to whom it was shared with then, with its own grants only', async () => {
    expect((await then(appA, moments.shared)).data.image).toEqual({
      description: 'before it was shared',
      deregistrationProtection: null,
      launchPermissions: [{ grantee: accounts.appA }],
    })
    for (const asOf of [moments.before, moments.unshared]) expect((await then(appA, asOf)).data.image).toBeNull()
  })

  it('is unknown before it was known, wrong in the future, and null where it never was', async () => {
    await sql(`
      set local amigraph.is_first_reading = 'true';
      insert into amigraph.images (region, image_id, owner_account_id, state, is_public, evidence, evidence_account_id,
        content_hash)
      values ('${regions.frankfurt}', 'ami-0f1257aa', '${accounts.golden}', 'AVAILABLE', false, 'OWNER',
        '${accounts.golden}', '')`)
    expect(await then(golden, '2020-01-01T00:00:00Z', 'ami-0f1257aa')).toEqual({
      data: { image: null },
      code: 'NOT_REMEMBERED',
    })
    expect(await then(golden, '2100-01-01T00:00:00Z')).toEqual({ data: { image: null }, code: 'BAD_USER_INPUT' })
    const never = await ask(
      everybody,
      `query ($at: DateTime!) { image(imageId: "ami-0bad0bad", asOf: $at) { name } }`,
      {
        at: moments.shared,
      },
    )
    expect(never).toEqual({ data: { image: null }, code: undefined })
  })

  it('says of what it does not remember', async () => {
    const { code } = await ask(
      golden,
      `query ($id: ID!, $at: DateTime!) { image(imageId: $id, asOf: $at) { launchableBy { totalCount } } }`,
      { id: images.private, at: moments.shared },
    )
    expect(code).toBe('NOT_REMEMBERED')
  })
})
