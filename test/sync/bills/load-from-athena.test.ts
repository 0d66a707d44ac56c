/** Bills from Athena: what goes wrong there, told; what nobody waits for, stopped. */
import { AthenaClient, GetQueryExecutionCommand } from '@aws-sdk/client-athena'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Athena, runQuery } from '../../../src/billing/athena/run-query.ts'
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts'
import { createWorld } from '../../../src/sandbox/world/generate.ts'
import { sandboxBillSource } from '../../support/bill-source.ts'
import { eventually } from '../../support/eventually.ts'

let sandbox: Sandbox
let client: AthenaClient

beforeAll(async () => {
  const size = { accounts: 2, regions: ['eu-west-1'], imagesPerAccountRegion: 1, instancesPerAccountRegion: 2 }
  sandbox = await startSandbox({ world: createWorld({ ...size, now: () => new Date('2026-11-17T09:30:00Z') }) })
  client = new AthenaClient({ endpoint: sandbox.url, region: 'eu-west-1', credentials: sandbox.credentials.root })
})
afterAll(async () => {
  client.destroy()
  await sandbox.close()
})

const athena = (changed: Partial<Athena> = {}): Athena => ({
  client,
  database: 'nordwind_bills',
  catalog: 'AwsDataCatalog',
  workgroup: 'primary',
  signal: new AbortController().signal,
  ...changed,
})
const all = async (sql: string, changed: Partial<Athena> = {}) => {
  const rows: unknown[] = []
  for await (const row of runQuery(athena(changed), sql)) rows.push(row)
  return rows
}

describe('a query', () => {
  it('gives every row, over pages, and tells null from nothing', async () => {
    const rows = await all("select i, null as nothing, '' as empty from range(2500) as r(i) order by i")
    expect(rows).toHaveLength(2_500)
    expect([rows[0], rows[2_499]]).toEqual([
      ['0', null, ''],
      ['2499', null, ''],
    ])
    expect(sandbox.calls.total({ operation: 'GetQueryResults' })).toBe(3)
  })

  it('says why it failed', async () => {
    await expect(all('select nothing from nowhere')).rejects.toMatchObject({
      name: 'AwsFailure',
      code: 'QueryFailed',
      class: 'final',
      message: expect.stringContaining('nowhere'),
    })
    await expect(all('select 1', { workgroup: 'other' })).rejects.toThrow('WorkGroup other is not found')
  })

  it('only ever reads', async () => {
    await expect(all('create table x as select 1')).rejects.toThrow('Athena is asked, never told')
  })

  it('reaches nothing of the machine that the sandbox runs on', async () => {
    await expect(all(`select * from read_csv('/etc/hosts')`)).rejects.toMatchObject({ code: 'QueryFailed' })
  })

  it('is stopped when nobody waits for it any more', async () => {
    const stopping = new AbortController()
    // Still waited for when it is stopped
    const remove = sandbox.faults.add({ operation: 'GetQueryExecution', fault: { kind: 'hang' } })
    const started = sandbox.calls.total({ operation: 'GetQueryExecution' })
    const running = all('select 1', { signal: stopping.signal })
    await eventually(() => expect(sandbox.calls.total({ operation: 'GetQueryExecution' })).toBeGreaterThan(started))
    stopping.abort()
    await expect(running).rejects.toThrow()
    expect(sandbox.calls.total({ operation: 'StopQueryExecution' })).toBe(1)
    remove()
  })
})

describe('a source', () => {
  it('says that there is no such table', async () => {
    const source = sandboxBillSource(sandbox, 'athena://nordwind_bills.other?region=eu-west-1')
    await expect(source.list()).rejects.toMatchObject({ code: 'NoSuchTable' })
    source.close()
  })

  it('has each month with a signature that stays, of as many months as are wanted', async () => {
    const source = sandboxBillSource(sandbox, 'athena://nordwind_bills.cur2?region=eu-west-1&months=2')
    const listed = await source.list()
    expect(listed.map(({ export: name, month }) => `${name} ${month}`).sort()).toEqual([
      'nordwind_bills.cur2 2026-10',
      'nordwind_bills.cur2 2026-11',
    ])
    expect((await source.list()).toSorted((a, b) => (a.month < b.month ? -1 : 1))).toEqual(
      listed.toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    )
    await expect(
      source.read({ export: 'nordwind_bills.cur2', month: '2026-10', signature: 'other' }, '/nowhere', []),
    ).rejects.toMatchObject({ code: 'EXPORT_CHANGED' })
    source.close()
  })
})

it('another account’s executions are none of the caller’s', async () => {
  await expect(client.send(new GetQueryExecutionCommand({ QueryExecutionId: 'made-up' }))).rejects.toMatchObject({
    name: 'InvalidRequestException',
  })
})
