import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from '../../src/auth/api-key.ts'
import { createAuthenticate } from '../../src/auth/authenticate.ts'
import { insertApiKey } from '../../src/db/api-keys/insert-api-key.ts'
import type { ViewerRole, ViewerScope } from '../../src/domain/viewer.ts'
import { type RunningApi, startApi } from '../../src/graphql/start-api.ts'
import { testContext } from '../support/api.ts'
import { eventually } from '../support/eventually.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'
import { openViewers, type TestViewers } from '../support/viewers.ts'

// Asking for a sync over HTTP, following it, and what runs took: by who may, and by who may not.

let synced: SyncedSandbox
let viewers: TestViewers
let api: RunningApi
let accountId: string
let otherId: string
const region = 'eu-west-1'

beforeAll(async () => {
  synced = await createSyncedSandbox({ overrides: { worker: { pollMilliseconds: 50 } } })
  await synced.sync()
  viewers = openViewers(synced.databaseUrl)
  api = await startApi(
    testContext(synced.pool, {
      read: viewers.reads,
      readPrimary: viewers.reads,
      authenticate: createAuthenticate({ oidc: null, apiKeys: true }, synced.pool),
    }),
  )
  accountId = synced.world.organization.managementAccountId
  otherId = [...synced.world.accounts.keys()].find(id => id !== accountId) ?? ''
})
afterAll(async () => {
  await api?.close()
  await viewers?.close()
  await synced?.close()
})

const keyOf = async (scope: ViewerScope, ...roles: ViewerRole[]): Promise<string> => {
  const key = createApiKey()
  await insertApiKey(synced.pool, { ...key, name: 'test', scope, roles, expiresAt: new Date(Date.now() + 600_000) })
  return key.text
}
const organization: ViewerScope = { kind: 'organization' }
const own = (): ViewerScope => ({ kind: 'limited', accountIds: [accountId], organizationalUnitIds: [] })

const ask = async (key: string, query: string, variables = {}) => {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  })
  // biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of its own query's answer
  return (await response.json()) as any
}

const request = `mutation ($account: AccountId!, $region: Region, $kinds: [SourceKind!]) {
  requestSync(accountId: $account, region: $region, kinds: $kinds) {
    id state account { accountId } region kinds requestedAt finishedAt } }`
const follow = `query ($id: ID!) { syncJob(id: $id) { id state account { accountId } region kinds requestedAt finishedAt } }`

describe('requestSync', () => {
  it('writes a job that comes before everything else, and syncJob follows it to its end', async () => {
    const key = await keyOf(own(), 'sync')
    const { data, errors } = await ask(key, request, { account: accountId, region, kinds: ['INSTANCES', 'SNAPSHOTS'] })
    expect(errors).toBeUndefined()
    const job = data.requestSync
    expect(job).toMatchObject({
      state: 'QUEUED',
      account: { accountId },
      region,
      kinds: ['INSTANCES', 'SNAPSHOTS'],
      finishedAt: null,
    })
    expect((await ask(key, follow, { id: job.id })).data.syncJob).toMatchObject({ id: job.id, state: 'QUEUED' })
    // Visits that found their place held, and then nothing left to do, may still be in the queue: at their own priority.
    const { rows } = await synced.pool.query(`select key, priority from graphile_worker.jobs where priority = 0`)
    expect(rows).toEqual([{ key: `visit/${accountId}/${region}`, priority: 0 }])

    await synced.runtime.work()
    await eventually(async () =>
      expect((await ask(key, follow, { id: job.id })).data.syncJob).toMatchObject({
        state: 'SUCCEEDED',
        finishedAt: expect.any(String),
      }),
    )
  })

  it('reads an account’s Regions again, and then each of them, where none is named', async () => {
    const key = await keyOf(organization, 'sync')
    const { data } = await ask(key, request, { account: accountId, kinds: ['INSTANCES'] })
    await eventually(async () =>
      expect((await ask(key, follow, { id: data.requestSync.id })).data.syncJob.state).toBe('SUCCEEDED'),
    )
    const { data: runs } = await ask(
      key,
      `{ syncRuns(first: 1) { nodes { reason kinds region account { accountId } sources failedSources calls finishedAt } } }`,
    )
    expect(runs.syncRuns.nodes).toEqual([
      {
        reason: 'REQUEST',
        kinds: ['INSTANCES'],
        region: null,
        account: { accountId },
        sources: 3,
        failedSources: 0,
        calls: 3,
        finishedAt: expect.any(String),
      },
    ])
  })

  it('says that it failed, where a source could not be read', async () => {
    const key = await keyOf(organization, 'sync')
    const fault = { kind: 'error', code: 'UnauthorizedOperation', message: 'made up', status: 403 } as const
    const remove = synced.sandbox.faults.add({ operation: 'DescribeInstances', accountId, region, fault })
    const { data } = await ask(key, request, { account: accountId, region, kinds: ['INSTANCES'] })
    await eventually(async () =>
      expect((await ask(key, follow, { id: data.requestSync.id })).data.syncJob.state).toBe('FAILED'),
    )
    remove()
  })

  it.each([
    ['without the role', () => keyOf(organization), {}, 'FORBIDDEN'],
    ['of an account that the viewer does not see', () => keyOf(own(), 'sync'), { other: true }, 'BAD_USER_INPUT'],
    [
      'of an account that is not there',
      () => keyOf(organization, 'sync'),
      { account: '999999999999' },
      'BAD_USER_INPUT',
    ],
    ['of a Region that is not read', () => keyOf(organization, 'sync'), { region: 'sa-east-1' }, 'BAD_USER_INPUT'],
    ['of a kind that is not read there', () => keyOf(organization, 'sync'), { kinds: ['BILL'] }, 'BAD_USER_INPUT'],
    ['of no kind', () => keyOf(organization, 'sync'), { kinds: [] }, 'BAD_USER_INPUT'],
  ])(
    '%s is refused, and nothing is written',
    async (_case, key, { other, ...given }: Record<string, unknown>, code) => {
      const count = async () => (await synced.pool.query(`select from amigraph.sync_runs`)).rowCount
      const before = await count()
      const { data, errors } = await ask(await key(), request, {
        account: other ? otherId : accountId,
        region,
        ...given,
      })
      expect(data).toBeNull()
      expect(errors[0].extensions.code).toBe(code)
      expect(await count()).toBe(before)
    },
  )
})

describe('syncRuns', () => {
  it('tells what the runs took, the newest first; to limited viewers of the organization’s only when', async () => {
    const fields = `syncRuns(first: 50) { totalCount nodes { reason account { accountId } startedAt sources calls } }`
    const { data: all } = await ask(await keyOf(organization), `{ ${fields} }`)
    const { nodes } = all.syncRuns
    expect(nodes.map(({ startedAt }: { startedAt: string }) => startedAt)).toEqual(
      nodes
        .map(({ startedAt }: { startedAt: string }) => startedAt)
        .toSorted()
        .reverse(),
    )
    expect(nodes.at(-1)).toMatchObject({ reason: 'COMMAND', account: null })
    expect(nodes.at(-1).calls).toBeGreaterThan(nodes.at(-1).sources)

    const stranger: ViewerScope = { kind: 'limited', accountIds: [otherId], organizationalUnitIds: [] }
    const { data: seen } = await ask(await keyOf(stranger), `{ ${fields} }`)
    expect(new Set(seen.syncRuns.nodes.map(({ reason }: { reason: string }) => reason))).toEqual(new Set(['COMMAND']))
    expect(seen.syncRuns.nodes.at(-1)).toMatchObject({ sources: null, calls: null, startedAt: expect.any(String) })
  })
})
