/** A disk that is full while a bill is fetched, unpacked, added up or written: for real, on a file system that small. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, type TestContext, vi } from 'vitest'
import type { BillSource } from '../../../src/billing/bill-source.ts'
import { fileBillSource } from '../../../src/billing/file-bill-source.ts'
import { localExportStore } from '../../../src/billing/local-export-store.ts'
import { startSandbox } from '../../../src/sandbox/server.ts'
import { createRandom } from '../../../src/sandbox/world/random.ts'
import { management, tinyWorld } from '../../sandbox/tiny-world.ts'
import { sandboxBillSource } from '../../support/bill-source.ts'
import { type Rendering, randomBill, writeBill } from '../../support/bills.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { loadBillsFrom } from '../../support/load-bills.ts'
import { isRoot, mount, resize } from '../../support/mount.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let database: TestDatabase

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

/** The system's temporary folder, with so much room. */
const smallDisk = (context: TestContext, size: string): string => {
  const disk = temporaryFolder()
  if (!mount(disk, `size=${size}`)) context.skip('may not mount')
  vi.stubEnv('TMPDIR', disk)
  onTestFinished(() => void vi.unstubAllEnvs())
  return disk
}

const write = (folder: string, seed: number, lines: number, rendering: Rendering = 'CUR 2.0 Parquet') =>
  writeBill(folder, randomBill(createRandom(seed), { lines }), rendering)

const told = async () =>
  (await database.pool.query('select * from amigraph.billed_amounts order by account_id, currency')).rows

/** Loads what there is no room for, and then with room. */
const failsUntilThereIsRoom = async (source: BillSource | string, disk: string, names: string) => {
  const before = await told()
  expect(before).not.toEqual([])
  expect((await loadBillsFrom(database.pool, source)).failure).toEqual({
    code: 'NO_DISK_SPACE',
    message: expect.stringMatching(new RegExp(`There is no room in the system's temporary folder to read ${names}`)),
  })
  expect(readdirSync(disk)).toEqual([])
  expect(await told()).toEqual(before)
  const { rows } = await database.pool.query('select error_code, loaded_at is not null as loaded from amigraph.bills')
  expect(rows).toEqual([{ error_code: 'NO_DISK_SPACE', loaded: true }])
  resize(disk, '200m')
  expect(await loadBillsFrom(database.pool, source)).toEqual({ changed: 1, failure: null })
  expect(readdirSync(disk)).toEqual([])
  expect(await told()).not.toEqual(before)
}

describe.skipIf(!isRoot)('the last good load stays, and nothing else, when there is no room', () => {
  /** Bytes by which a file is larger than the disk: nothing of a part may be missing without a word. */
  it.for([1, 4_096, 5_000, 2_000_000])('for what S3 sends, by %i bytes', async (tooMuch, context) => {
    const sandbox = await startSandbox({ world: tinyWorld() })
    onTestFinished(sandbox.close)
    const bucket = sandbox.buckets.create({ name: 'billing', region: 'eu-west-1', ownerId: management })
    const file = 'export/data/BILLING_PERIOD=2026-10/export-00001.snappy.parquet'
    const put = async (seed: number, bytes = 0) => {
      const folder = temporaryFolder()
      await write(folder, seed, 40)
      for (const key of [file, 'export/metadata/BILLING_PERIOD=2026-10/export-Manifest.json']) {
        const content = readFileSync(join(folder, key))
        // Parquet is read from its end: what lies before it is in nobody's way.
        const filling = Buffer.alloc(key === file ? Math.max(0, bytes - content.length) : 0)
        bucket.put(key, Buffer.concat([filling, content]))
      }
    }
    const source = sandboxBillSource(sandbox, 's3://billing/')
    onTestFinished(source.close)
    await put(5)
    expect((await loadBillsFrom(database.pool, source)).failure).toBeNull()
    const disk = smallDisk(context, '1m')
    await put(6, 1024 * 1024 + tooMuch)
    const before = await told()
    expect((await loadBillsFrom(database.pool, source)).failure).toMatchObject({ code: 'NO_DISK_SPACE' })
    expect(await told()).toEqual(before)
    await put(6)
    resize(disk, '200m')
    expect(await loadBillsFrom(database.pool, source)).toEqual({ changed: 1, failure: null })
    expect(readdirSync(disk)).toEqual([])
  })

  it('for what is unpacked', async context => {
    const folder = temporaryFolder()
    await write(folder, 5, 40, 'CUR 2.0 CSV')
    await loadBillsFrom(database.pool, folder)
    const disk = smallDisk(context, '256k')
    await write(folder, 6, 2_000, 'CUR 2.0 CSV')
    await failsUntilThereIsRoom(folder, disk, 'export/data/.*csv.gz$')
  })

  it('for the sums', async context => {
    const folder = temporaryFolder()
    await write(folder, 5, 40)
    await loadBillsFrom(database.pool, folder)
    const disk = smallDisk(context, '16k')
    await write(folder, 6, 2_000)
    await failsUntilThereIsRoom(folder, disk, 'export$')
  })

  it('for what the engine has no memory for', async context => {
    const folder = temporaryFolder()
    await write(folder, 5, 40)
    await loadBillsFrom(database.pool, folder)
    const disk = smallDisk(context, '1m')
    await writeManyResources(folder)
    const source = fileBillSource(localExportStore(folder), { memoryMegabytes: 80, threads: 1 })
    await failsUntilThereIsRoom(source, disk, 'export')
  })
})

/** A month whose every line is a group of its own. */
const writeManyResources = async (folder: string) => {
  const path = join(folder, 'export/data/BILLING_PERIOD=2026-10/export-00001.snappy.parquet')
  mkdirSync(dirname(path), { recursive: true })
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`copy (
    select '100000000001' as bill_payer_account_id, '100000000002' as line_item_usage_account_id,
      timestamp '2026-10-01' as bill_billing_period_start_date, 'AWS' as bill_billing_entity,
      'i-0' || substr(md5(i::varchar), 1, 16) as line_item_resource_id, 'AmazonS3' as line_item_product_code,
      'PutObject' as line_item_operation, 'Requests-Tier1' as line_item_usage_type, 'Usage' as line_item_line_item_type,
      'USD' as line_item_currency_code, i / 7.0::double as line_item_unblended_cost
    from range(130000) as counted(i)) to '${path}' (format parquet)`)
  connection.closeSync()
  instance.closeSync()
}
