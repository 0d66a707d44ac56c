import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { replacePlainFacts } from '../../../src/db/facts/replace-plain-facts.ts'
import { accountRegions, allowedImagesSettings } from '../../../src/db/facts/tables.ts'
import { inTransaction } from '../../../src/db/transaction.ts'
import type { Listed } from '../../../src/domain/listing.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database?.drop())
beforeEach(() => database.pool.query('truncate amigraph.account_regions, amigraph.allowed_images_settings'))

const accountId = '111122223333'
const fact = (region: string, optInStatus = 'OPTED_IN') => ({ accountId, region, optInStatus })

const replace = (facts: Listed<object>) =>
  inTransaction(database.pool, client => replacePlainFacts(client, accountRegions, { account_id: accountId }, facts))

async function known(): Promise<[string, string, string][]> {
  const { rows } = await database.pool.query<[string, string, string]>({
    text: 'select region, opt_in_status, xmin::text from amigraph.account_regions order by region',
    rowMode: 'array',
  })
  return rows
}

it('adds, changes and removes just what differs', async () => {
  expect(await replace([fact('eu-west-1'), fact('eu-south-2'), fact('us-east-1')])).toBe(3)
  const before = await known()
  expect(await replace([fact('us-east-1'), fact('eu-west-1', 'OPT_IN_NOT_REQUIRED'), fact('ap-east-1')])).toBe(3)
  const after = await known()
  expect(after.map(([region, status]) => [region, status])).toEqual([
    ['ap-east-1', 'OPTED_IN'],
    ['eu-west-1', 'OPT_IN_NOT_REQUIRED'],
    ['us-east-1', 'OPTED_IN'],
  ])
  expect(after[2]).toEqual(before[2])
})

it('does not touch what did not change', async () => {
  const facts = [fact('eu-west-1'), fact('us-east-1')]
  await replace(facts)
  const before = await known()
  expect(await replace(facts.toReversed())).toBe(0)
  expect(await known()).toEqual(before)
})

it('takes the later of two with one key, on one page and on two', async () => {
  await replace([fact('eu-west-1', 'OLD'), fact('eu-west-1', 'NEW')])
  expect(await known()).toEqual([['eu-west-1', 'NEW', expect.any(String)]])
  await replace({ pages: () => [[fact('eu-west-1', 'NEW')], [fact('us-east-1')], [fact('eu-west-1', 'NEWER')]] })
  expect(await known()).toEqual([
    ['eu-west-1', 'NEWER', expect.any(String)],
    ['us-east-1', 'OPTED_IN', expect.any(String)],
  ])
})

it('does the same with long pages, whether or not anything was known', async () => {
  const regions = Array.from({ length: 300 }, (_, index) => `region-${index}`)
  const page = (from: number, to: number, status: string) => regions.slice(from, to).map(region => fact(region, status))
  const pages = { pages: () => [page(0, 150, 'OLD'), page(100, 250, 'NEW'), page(250, 300, 'NEW')] }
  await replace(pages)
  const first = await known()
  expect(first).toHaveLength(300)
  expect(first.filter(([, status]) => status === 'OLD')).toHaveLength(100)
  expect(await replace({ pages: () => [page(0, 100, 'OLD'), page(100, 300, 'NEW')] })).toBe(0)
  expect(await known()).toEqual(first)
  expect(await replace({ pages: () => [page(0, 1, 'NEW'), page(100, 300, 'NEW')] })).toBe(100)
  expect(await known()).toHaveLength(201)
})

it('leaves what another source wrote', async () => {
  await database.pool.query(`insert into amigraph.account_regions values ('999988887777', 'eu-west-1', 'OPTED_IN', '')`)
  expect(await replace([])).toBe(0)
  expect(await known()).toHaveLength(1)
})

it('replaces a source that has one row', async () => {
  const settings = { accountId, region: 'eu-west-1', state: 'ENABLED', managedBy: null, criteria: [] }
  const write = (facts: object[]) =>
    inTransaction(database.pool, client =>
      replacePlainFacts(client, allowedImagesSettings, { account_id: accountId, region: 'eu-west-1' }, facts),
    )
  expect(await write([settings])).toBe(1)
  expect(await write([settings])).toBe(0)
  expect(await write([])).toBe(1)
})
