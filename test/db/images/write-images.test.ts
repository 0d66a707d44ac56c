import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readImage } from '../../../src/aws/ec2/describe-images.ts'
import { mergeSeenImages } from '../../../src/db/images/merge-seen-images.ts'
import { mergeToldByInstances } from '../../../src/db/images/merge-told-by-instances.ts'
import { replaceImageView } from '../../../src/db/images/replace-image-view.ts'
import { replaceOwnedImages } from '../../../src/db/images/replace-owned-images.ts'
import { inTransaction } from '../../../src/db/transaction.ts'
import type { Image, SeenImage } from '../../../src/domain/facts.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

const region = 'eu-west-1'
const owner = '111122223333'
const consumer = '444455556666'
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database?.drop())
beforeEach(() =>
  database.pool.query('truncate amigraph.images, amigraph.image_views, amigraph.image_view_members cascade'),
)

function image(imageId: string, facts: object = {}): Image {
  const read = readImage(region, { ImageId: imageId, OwnerId: owner, State: 'available', ...facts })
  if (read === null) throw new Error('no image')
  return read
}
const seen = (...images: Image[]): SeenImage[] => images.map(made => ({ image: made, tags: [] }))

async function rows(columns = 'image_id, evidence, evidence_account_id, name'): Promise<unknown[]> {
  return (await database.pool.query(`select ${columns} from amigraph.images order by image_id`)).rows
}

it("keeps the owner's row where an outsider saw the image before the owner's listing was committed", async () => {
  const { pool } = database
  const outsider = await pool.connect()
  await outsider.query('begin')
  await outsider.query(`select from amigraph.images`)
  const theOwner = await pool.connect()
  await theOwner.query('begin')
  await replaceOwnedImages(theOwner, owner, region, seen(image('ami-1', { Name: 'mine' })))

  const merging = mergeSeenImages(outsider, region, [image('ami-1', { Name: 'theirs' })], 'CONSUMER', consumer)
  await theOwner.query('commit')
  expect(await merging).toBe(0)
  await outsider.query('commit')
  outsider.release()
  theOwner.release()

  expect(await rows()).toEqual([{ image_id: 'ami-1', evidence: 'OWNER', evidence_account_id: owner, name: 'mine' }])
})

it('lets better evidence take over, and not the other way round', async () => {
  const { pool } = database
  const merge = (name: string, evidence: 'CONSUMER' | 'LOOKUP') =>
    inTransaction(pool, client => mergeSeenImages(client, region, [image('ami-1', { Name: name })], evidence, consumer))
  expect(await merge('looked up', 'LOOKUP')).toBe(1)
  expect(await merge('seen', 'CONSUMER')).toBe(1)
  expect(await merge('looked up', 'LOOKUP')).toBe(0)
  expect(await rows('evidence, name')).toEqual([{ evidence: 'CONSUMER', name: 'seen' }])
  await inTransaction(pool, client => replaceOwnedImages(client, owner, region, seen(image('ami-1', { Name: 'mine' }))))
  expect(await merge('seen', 'CONSUMER')).toBe(0)
  expect(await rows('evidence, name')).toEqual([{ evidence: 'OWNER', name: 'mine' }])
})

it('writes block devices and product codes anew with a changed image, and only with it', async () => {
  const { pool } = database
  const replace = (...images: Image[]) =>
    inTransaction(pool, client => replaceOwnedImages(client, owner, region, seen(...images)))
  const device = (snapshot: string) => ({ DeviceName: '/dev/xvda', Ebs: { SnapshotId: snapshot, Encrypted: false } })
  const code = { ProductCodeId: 'abc', ProductCodeType: 'marketplace' as const }
  const unchanged = image('ami-2', { BlockDeviceMappings: [device('snap-2')] })
  await replace(
    image('ami-1', { BlockDeviceMappings: [device('snap-1'), device('snap-1')], ProductCodes: [code] }),
    unchanged,
  )
  expect(await replace(image('ami-1', { BlockDeviceMappings: [device('snap-3')] }), unchanged)).toBe(1)
  const devices = await pool.query(`select image_id, snapshot_id from amigraph.image_block_devices order by 1, ordinal`)
  expect(devices.rows).toEqual([
    { image_id: 'ami-1', snapshot_id: 'snap-3' },
    { image_id: 'ami-2', snapshot_id: 'snap-2' },
  ])
  expect((await pool.query(`select from amigraph.image_product_codes`)).rowCount).toBe(0)
})

describe('watermarks (R19)', () => {
  const mark = (name: string) => ({ WatermarkKey: `${owner}:${name}`, SourceImageId: 'ami-0' })
  const told = async () => {
    const { rows: found } = await database.pool.query(
      `select i.watermark_count, array(select watermark_key from amigraph.image_watermarks m
         where m.image_id = i.image_id order by 1) as keys from amigraph.images i`,
    )
    return found
  }
  const replace = (...images: Image[]) =>
    inTransaction(database.pool, client => replaceOwnedImages(client, owner, region, seen(...images)))
  const tell = async (name: string | null, ...keys: string[]) => {
    await database.pool.query('delete from amigraph.instance_image_metadata')
    await database.pool.query(
      `insert into amigraph.instance_image_metadata
         (account_id, region, image_id, name, state, watermarks, content_hash) values ($1, $2, 'ami-1', $3, 'AVAILABLE', $4, '')`,
      [consumer, region, name, name === null ? null : JSON.stringify(keys.map(watermarkKey => ({ watermarkKey })))],
    )
    return inTransaction(database.pool, client =>
      mergeToldByInstances(client, region, ['ami-1'], ['LOOKUP', 'INSTANCE']),
    )
  }

  it('come, change and go with a changed image', async () => {
    await replace(image('ami-1', { ImageWatermarks: [mark('b'), mark('a'), mark('b')] }))
    expect(await told()).toEqual([{ watermark_count: 2, keys: [`${owner}:a`, `${owner}:b`] }])
    expect(await replace(image('ami-1', { ImageWatermarks: [mark('a'), mark('b')] }))).toBe(0)
    await replace(image('ami-1', { ImageWatermarks: [mark('b'), mark('c')] }))
    expect(await told()).toEqual([{ watermark_count: 2, keys: [`${owner}:b`, `${owner}:c`] }])
    await replace(image('ami-1'))
    expect(await told()).toEqual([{ watermark_count: 0, keys: [] }])
  })

  it('are told by instances where nothing better does, and stay where these know nothing', async () => {
    expect(await tell('web', 'k:a')).toBe(1)
    expect(await told()).toEqual([{ watermark_count: 1, keys: ['k:a'] }])
    expect(await tell('web', 'k:a')).toBe(0)
    expect(await tell('web', 'k:b')).toBe(1)
    expect(await told()).toEqual([{ watermark_count: 1, keys: ['k:b'] }])
    await tell(null)
    expect(await told()).toEqual([{ watermark_count: 1, keys: ['k:b'] }])
    await tell('web')
    expect(await told()).toEqual([{ watermark_count: 0, keys: [] }])
  })

  it('are not known of an image of which instances know its ID only', async () => {
    await tell(null)
    expect(await told()).toEqual([{ watermark_count: null, keys: [] }])
  })

  it('are no change of the image when they are first read, and one afterwards (memory)', async () => {
    const { pool } = database
    const changes = async () =>
      (
        await pool.query(
          `select kind, fact, was, became from amigraph.versions where image_id = 'ami-1' and kind is not null
           order by valid_to, version_id`,
        )
      ).rows
    await replace(image('ami-1', { Description: 'one' }))
    await pool.query(`update amigraph.images set watermark_count = null, content_hash = ''`)
    await pool.query('delete from amigraph.versions')
    const types = { InstanceTypeSpecification: { SupportedInstanceTypes: [{ InstanceType: 't3.*' }] } }
    await replace(image('ami-1', { Description: 'one', ImageWatermarks: [mark('a')], ...types }))
    expect(await changes()).toEqual([])
    await replace(image('ami-1', { Description: 'one', ImageWatermarks: [mark('a'), mark('b')], ...types }))
    expect(await changes()).toMatchObject([{ kind: 'IMAGE_CHANGED', fact: 'image_watermarks', was: null }])
    await pool.query(`update amigraph.images set watermark_count = null, content_hash = ''`)
    await replace(image('ami-1', { Description: 'two', ImageWatermarks: [mark('a'), mark('b')], ...types }))
    expect(await changes()).toMatchObject([{}, { kind: 'IMAGE_CHANGED', fact: 'images' }])
  })
})

it('keeps one copy of a view that several accounts have, until the last of them sees something else', async () => {
  const { pool } = database
  const view = (accountId: string, ...imageIds: string[]) =>
    inTransaction(pool, client => replaceImageView(client, accountId, region, imageIds))
  const members = async () => (await pool.query(`select from amigraph.image_view_members`)).rowCount

  expect(await view(consumer, 'ami-2', 'ami-1')).toBe(1)
  expect(await view('777788889999', 'ami-1', 'ami-2', 'ami-2')).toBe(1)
  expect(await members()).toBe(2)
  expect(await view(consumer, 'ami-1', 'ami-2')).toBe(0)
  expect(await view(consumer, 'ami-1')).toBe(1)
  expect(await members()).toBe(3)
  expect(await view('777788889999')).toBe(1)
  expect(await members()).toBe(1)
})
