import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchableImages } from '../../src/db/access/launchable-images.ts'
import type { Relation } from '../../src/db/concept.ts'
import { image } from '../../src/db/images/image.ts'
import { imagesOfAccount } from '../../src/db/images/relations.ts'
import { instance } from '../../src/db/instances/instance.ts'
import { instancesOfAccount, instancesOfImage } from '../../src/db/instances/relations.ts'
import { pageStatement, readPages } from '../../src/db/read-page.ts'
import { everyRow } from '../../src/db/relation.ts'
import { compileStatement, createRead } from '../../src/db/statement.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, regions, seedInventory } from '../support/inventory.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database
  await seedInventory(pool)
  // So much that a plan which reads everything is not the cheapest.
  await pool.query(`
    insert into amigraph.images (region, image_id, owner_account_id, name, state, is_public, creation_date, evidence,
      evidence_account_id, content_hash)
    select 'eu-central-1', 'ami-2' || lpad(i::text, 7, '0'), lpad((i % 100)::text, 12, '7'), 'name ' || i, 'AVAILABLE', false,
      timestamptz '2025-01-01Z' + i * interval '1 minute', 'OWNER', lpad((i % 100)::text, 12, '7'), ''
    from generate_series(1, 20000) i`)
  await pool.query(`
    insert into amigraph.instances (account_id, region, instance_id, image_id, state, lifecycle, launch_time, tags, content_hash)
    select lpad((i % 50)::text, 12, '7'), 'eu-central-1', 'i-2' || lpad(i::text, 7, '0'),
      'ami-2' || lpad((i % 200)::text, 7, '0'), 'RUNNING', 'ON_DEMAND', timestamptz '2025-01-01Z' + i * interval '1 minute', '[]', ''
    from generate_series(1, 20000) i`)
  await pool.query('analyze')
})
afterAll(() => database.drop())

const request = (relation: Relation, more = {}) => ({
  filter: {},
  order: relation.to.defaultOrder,
  size: 20,
  backward: false,
  after: null,
  before: null,
  fields: ['name'],
  ...more,
})

const everyImage = everyRow(image)
const everyInstance = everyRow(instance)
const byName = { field: 'NAME', direction: 'ASC' } as const
const byDeprecation = { field: 'DEPRECATION_TIME', direction: 'ASC' } as const

describe('a page is found through an index, from its start and after a cursor', () => {
  it.each<[string, Relation, Record<string, string>, object, string]>([
    ['images by date', everyImage, {}, {}, 'images_by_date'],
    ['images by name', everyImage, {}, { order: byName }, 'images_by_name'],
    ['images by deprecation', everyImage, {}, { order: byDeprecation }, 'images_by_deprecation'],
    ["an account's images", imagesOfAccount, { accountId: '777777777742' }, {}, 'images_by_owner_date'],
    ['images of an owner', everyImage, {}, { filter: { owner: { eq: '777777777742' } } }, 'images_by_owner_date'],
    ['instances by launch', everyInstance, {}, {}, 'instances_by_launch'],
    ["an account's instances", instancesOfAccount, { accountId: '777777777742' }, {}, 'instances_by_account_launch'],
    [
      "an image's instances",
      instancesOfImage,
      { region: 'eu-central-1', imageId: 'ami-20000042' },
      {},
      'instances_by_image_launch',
    ],
  ])('%s', async (_, relation, parent, more, index) => {
    const source = { relation, args: {}, parents: [parent] }
    const plan = async (after: string | null) => {
      const { text, values } = compileStatement(pageStatement(source, request(relation, { ...more, after })))
      const { rows } = await database.pool.query(`explain ${text}`, values)
      return rows.map(row => row['QUERY PLAN']).join('\n')
    }
    expect(await plan(null)).toContain(index)
    const [first] = await readPages(createRead(database.pool), source, request(relation, more))
    const cursor = first?.rows.at(-1)?.cursor
    expect(cursor).toBeDefined()
    const next = await plan(cursor ?? null)
    expect(next).toContain(index)
    expect(next.slice(next.indexOf('Limit'))).not.toContain('Seq Scan')
  })
})

it('finds the images that an account may launch by owner, by permission and by publicness, each through its index', async () => {
  const parents = [{ accountId: accounts.appA }]
  const source = { relation: launchableImages, args: { region: regions.frankfurt }, parents }
  const { text, values } = compileStatement(pageStatement(source, request(launchableImages)))
  const { rows } = await database.pool.query(`explain ${text}`, values)
  const plan = rows.map(row => row['QUERY PLAN']).join('\n')
  expect(plan).toContain('images_by_owner')
  expect(plan).toContain('images_public')
})

it('gives each parent its own page, in the order of the parents', async () => {
  const parents = ['777777777742', 'none', '777777777710', '777777777742'].map(accountId => ({ accountId }))
  const pages = await readPages(
    createRead(database.pool),
    { relation: imagesOfAccount, args: {}, parents },
    request(imagesOfAccount, { size: 2, fields: ['imageId'] }),
  )
  expect(pages.map(({ rows }) => rows.map(row => row['imageId']))).toEqual([
    ['ami-20019942', 'ami-20019842'],
    [],
    ['ami-20019910', 'ami-20019810'],
    ['ami-20019942', 'ami-20019842'],
  ])
  expect(pages.map(page => page.hasNextPage)).toEqual([true, false, true, true])
})

it('has one statement text whatever the values are, and never more columns than asked for', () => {
  const text = (owner: string, size: number) =>
    compileStatement(
      pageStatement(
        { relation: everyImage, args: {}, parents: [{}] },
        request(everyImage, { size, filter: { owner: { eq: owner } } }),
      ),
    ).text
  expect(text('1', 5)).toBe(text("'; drop table x", 500))
  expect(text('1', 5)).not.toContain('description')
  expect(text('1', 5)).not.toContain('*)')
})
