import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BillSource } from '../../../src/billing/bill-source.ts'
import { fileBillSource } from '../../../src/billing/file-bill-source.ts'
import { localExportStore } from '../../../src/billing/local-export-store.ts'
import { createRandom } from '../../../src/sandbox/world/random.ts'
import { csvOf, type RandomBill, type Rendering, randomBill, writeBill, writeParquet } from '../../support/bills.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'
import { insert } from '../../support/inventory.ts'
import { loadBillsFrom, seedSeen } from '../../support/load-bills.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let database: TestDatabase

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

const bill = (seed = 5) => randomBill(createRandom(seed), { lines: 40 })
const parquet = 'export/data/BILLING_PERIOD=2026-10/export-00001.snappy.parquet'
const gzip = 'export/data/BILLING_PERIOD=2026-10/export-00001.csv.gz'
const zip = 'export/20261001-20270101/12345678-abcd/export-00001.csv.zip'

/** A folder with one month of one export. */
const exported = async (of: RandomBill = bill(), rendering: Rendering = 'CUR 2.0 Parquet') => {
  const folder = temporaryFolder()
  await writeBill(folder, of, rendering)
  return folder
}

/** Everything that is told of bills, but for when. */
const told = async () => {
  const read = async (table: string, order: string, columns = '*') =>
    (await database.pool.query(`select ${columns} from amigraph.${table} order by ${order}`)).rows
  return {
    costs: await read('costs', 'account_id, region, image_id, product_code, usage_operation, reason'),
    billed: await read('billed_amounts', 'account_id, currency'),
    reasons: await read('unattributed_amounts', 'account_id, currency, reason'),
    lines: await read(
      'bill_lines',
      'account_id, resource_id, usage_type, charge, operation, product_code, region, seller',
    ),
  }
}
const errorOf = async () => {
  const { rows } = await database.pool.query<{ error_code: string | null; loaded: boolean }>(
    'select error_code, loaded_at is not null as loaded from amigraph.bills',
  )
  return rows[0]
}

describe('a month is loaded', () => {
  it('once, and again only when its export changed', async () => {
    const folder = await exported()
    expect((await loadBillsFrom(database.pool, folder)).changed).toBe(1)
    const before = await told()
    expect((await loadBillsFrom(database.pool, folder)).changed).toBe(0)
    await writeBill(folder, bill(6), 'CUR 2.0 Parquet')
    expect((await loadBillsFrom(database.pool, folder)).changed).toBe(1)
    expect((await told()).billed).not.toEqual(before.billed)
    await writeBill(folder, bill(), 'CUR 2.0 Parquet')
    utimesSync(join(folder, parquet), 1, 1)
    expect((await loadBillsFrom(database.pool, folder)).changed).toBe(1)
    expect(await told()).toEqual(before)
  })

  it('from several exports once: the better one counts, and the other one when that is gone', async () => {
    const [cur, focus] = [bill(7), bill(8)]
    const folder = temporaryFolder()
    await writeBill(folder, focus, 'FOCUS 1.2', 'focus')
    await loadBillsFrom(database.pool, folder)
    const alone = (await told()).billed
    await writeBill(folder, cur, 'CUR 2.0 Parquet', 'cur')
    await loadBillsFrom(database.pool, folder)
    const both = (await told()).billed
    expect(both.map(row => row.export)).toEqual(both.map(() => 'cur'))
    rmSync(join(folder, 'cur'), { recursive: true })
    await writeBill(
      folder,
      { ...focus, month: '2026-09', lines: focus.lines.map(line => ({ ...line, start: '2026-09-01T00:00:00Z' })) },
      'FOCUS 1.2',
      'focus',
    )
    await loadBillsFrom(database.pool, folder)
    expect(
      (await told()).billed.filter(row => String(row.export) === 'focus' && new Date(row.month).getMonth() === 9),
    ).toEqual(alone.map(row => expect.objectContaining({ billed: row.billed, account_id: row.account_id })))
  })

  it('and attributed again when the sync learns of an instance that it names', async () => {
    const seen = bill(9)
    const folder = await exported(seen)
    await loadBillsFrom(database.pool, folder)
    const attributed = async () =>
      (await database.pool.query(`select count(*)::int as images from amigraph.costs where image_id <> ''`)).rows[0]
        .images
    expect(await attributed()).toBe(0)
    await seedSeen(database.pool, { ...seen, instances: [] })
    await insert(
      database.pool,
      'instance_images',
      seen.instances.map(({ account, region, instance, image }) => ({
        account_id: account,
        region,
        instance_id: instance,
        image_id: image,
      })),
    )
    expect((await loadBillsFrom(database.pool, folder)).changed).toBe(1)
    expect(await attributed()).toBeGreaterThan(0)
  })

  const required = {
    bill_payer_account_id: '100000000001',
    line_item_usage_account_id: '100000000002',
    bill_billing_period_start_date: '2026-10-01T00:00:00Z',
    bill_billing_entity: 'AWS',
    line_item_product_code: 'AmazonEC2',
    line_item_operation: 'RunInstances',
    line_item_usage_type: 'BoxUsage:t3.micro',
    line_item_line_item_type: 'Usage',
    line_item_currency_code: 'USD',
    line_item_unblended_cost: '0.25',
  }
  it.each<[Rendering, write: (folder: string) => unknown]>([
    ['CUR 2.0 CSV', folder => writeFileSync(join(folder, gzip), gzipSync(csvOf([required])))],
    // Its amounts are numbers, and stand beside what is not there.
    ['CUR 2.0 Parquet', folder => writeParquet(join(folder, parquet), [required])],
  ])('without optional columns, and says what is impossible then: %s', async (rendering, write) => {
    const folder = await exported(bill(), rendering)
    await write(folder)
    expect((await loadBillsFrom(database.pool, folder)).failure).toBeNull()
    const { rows } = await database.pool.query('select missing_columns, limitations, is_final from amigraph.bills')
    expect(rows[0]).toEqual({
      missing_columns: expect.arrayContaining(['line_item_resource_id', 'bill_invoice_id', 'product_region_code']),
      limitations: [
        ...['FINALITY_UNKNOWN', 'NO_EFFECTIVE_COST', 'NO_PRODUCT_NAMES', 'NO_RESOURCE_IDS', 'NO_USAGE_AMOUNT'],
        'NO_USAGE_TIMES',
      ],
      is_final: false,
    })
    expect((await told()).reasons).toEqual([
      expect.objectContaining({ reason: 'NO_RESOURCE', amount: expect.stringMatching(/^0\.25/) }),
    ])
  })
})

describe('the last good load stays when', () => {
  const cases: [what: string, code: string, rendering: Rendering, file: string, damage: (path: string) => void][] = [
    ['a Parquet file is torn', 'UNREADABLE_FILE', 'CUR 2.0 Parquet', parquet, path => truncateSync(path, 500)],
    [
      'a gzip file is torn',
      'UNREADABLE_FILE',
      'CUR 2.0 CSV',
      gzip,
      path => truncateSync(path, readFileSync(path).length - 20),
    ],
    [
      'a zip file is torn',
      'UNREADABLE_FILE',
      'CUR zip',
      zip,
      path => truncateSync(path, readFileSync(path).length - 60),
    ],
    ['a file is empty', 'UNREADABLE_FILE', 'CUR 2.0 CSV', gzip, path => writeFileSync(path, '')],
    ['a file is something else', 'UNREADABLE_FILE', 'CUR 2.0 Parquet', parquet, path => writeFileSync(path, 'PAR1 no')],
    ['a file is missing', 'MISSING_FILE', 'CUR 2.0 CSV', gzip, path => rmSync(path)],
    [
      'the columns are nobody’s',
      'UNKNOWN_KIND',
      'CUR 2.0 CSV',
      gzip,
      path => writeFileSync(path, gzipSync('a,b\n1,2\n')),
    ],
    [
      'a column is missing',
      'MISSING_COLUMN',
      'CUR 2.0 CSV',
      gzip,
      path => writeFileSync(path, gzipSync('line_item_usage_account_id,bill_payer_account_id\n1,2\n')),
    ],
  ]
  it.each(cases)('%s: %s', async (_what, code, rendering, file, damage) => {
    const folder = await exported(bill(), rendering)
    expect((await loadBillsFrom(database.pool, folder)).failure).toBeNull()
    const before = await told()
    damage(join(folder, file))
    const { failure } = await loadBillsFrom(database.pool, folder)
    expect(failure?.code).toBe(code)
    expect(failure?.message).not.toContain(folder)
    expect(await told()).toEqual(before)
    expect(await errorOf()).toEqual({ error_code: code, loaded: true })
    await writeBill(folder, bill(), rendering)
    expect((await loadBillsFrom(database.pool, folder)).failure).toBeNull()
    expect(await errorOf()).toEqual({ error_code: null, loaded: true })
  })

  it.each<[string, string, (of: RandomBill) => void]>([
    ['currencies are mixed', 'MIXED_CURRENCIES', ({ lines }) => Object.assign(lines[0] ?? {}, { currency: 'JPY' })],
    [
      'a line is of another month',
      'WRONG_MONTH',
      ({ lines }) => Object.assign(lines[0] ?? {}, { start: '2026-11-01T00:00:00Z' }),
    ],
  ])('%s: %s', async (_what, code, spoil) => {
    const folder = await exported()
    await loadBillsFrom(database.pool, folder)
    const before = await told()
    const spoilt = bill()
    spoil(spoilt)
    await writeBill(folder, spoilt, 'CUR 2.0 Parquet')
    expect((await loadBillsFrom(database.pool, folder)).failure?.code).toBe(code)
    expect(await told()).toEqual(before)
  })

  it('a file is replaced while it is read', async () => {
    const folder = await exported()
    await loadBillsFrom(database.pool, folder)
    const before = await told()
    const other = await exported(bill(6))
    await writeBill(folder, bill(11), 'CUR 2.0 Parquet')
    const store = localExportStore(folder)
    const source = fileBillSource({
      ...store,
      fetch: async file => {
        const fetched = await store.fetch(file)
        if (file.key === parquet) renameSync(join(other, parquet), join(folder, parquet))
        return fetched
      },
    })
    expect((await loadBillsFrom(database.pool, source)).failure?.code).toBe('EXPORT_CHANGED')
    expect(await told()).toEqual(before)
    expect((await loadBillsFrom(database.pool, folder)).failure).toBeNull()
  })

  it.each(['product_titles', 'bill_lines', 'costs', 'billed_amounts', 'unattributed_amounts'])(
    'the database breaks off while %s is written',
    async table => {
      const folder = await exported()
      await loadBillsFrom(database.pool, folder)
      const before = await told()
      await database.pool.query(`
      create function public.break_off() returns trigger language plpgsql as $$ begin raise 'disk full' using errcode = '53100'; end $$;
      create trigger break_off after insert on amigraph.${table} execute function public.break_off()`)
      await writeBill(folder, bill(6), 'CUR 2.0 Parquet')
      await expect(loadBillsFrom(database.pool, folder)).rejects.toThrow('disk full')
      expect(await told()).toEqual(before)
      await database.pool.query(`drop trigger break_off on amigraph.${table}`)
      expect((await loadBillsFrom(database.pool, folder)).failure).toBeNull()
      expect((await told()).billed).not.toEqual(before.billed)
    },
  )

  it('the process is killed while it writes', async () => {
    const folder = await exported()
    await loadBillsFrom(database.pool, folder)
    const before = await told()
    await writeBill(folder, bill(6), 'CUR 2.0 Parquet')
    // Whoever holds this lock lets nobody attribute the month: the process waits there with everything else written.
    const holder = await database.pool.connect()
    await holder.query(`select pg_advisory_lock(hashtextextended('amigraph bills 2026-10-01', 0))`)
    const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../../src/bin/bills.ts')], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, DATABASE_URL: database.url, AMIGRAPH_BILLS: folder, LOG_LEVEL: 'silent' },
    })
    await eventually(async () => {
      const { rows } = await holder.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`)
      expect(rows).toHaveLength(1)
    }, 90)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await holder.query('select pg_advisory_unlock_all()')
    holder.release()
    expect(await told()).toEqual(before)
    expect((await loadBillsFrom(database.pool, folder)).failure).toBeNull()
    expect((await told()).billed).not.toEqual(before.billed)
  }, 150_000)
})

const recorded = resolve(import.meta.dirname, '../../../../shared/recorded/keboola/mock_data')

describe.skipIf(!existsSync(recorded))('recorded exports', () => {
  it.each([
    ['cur_1_0/s3_structure/mock-cur-bucket', 'CUR', '2024-01', 'sample_billing_data.csv', 'lineItem/UnblendedCost'],
    [
      'cur_2_0/s3_structure/mock-cur-v2-bucket',
      'CUR_2',
      '2024-09',
      'sample_billing_data_v2.csv',
      'line_item_unblended_cost',
    ],
  ])('load with their totals right: %s', async (folder, kind, month, csv, column) => {
    expect(await loadBillsFrom(database.pool, join(recorded, folder))).toEqual({ changed: 1, failure: null })
    const [header = '', ...lines] = readFileSync(join(recorded, folder.split('/')[0] ?? '', csv), 'utf8')
      .trim()
      .split(/\r?\n/)
    const at = header.split(',').indexOf(column)
    // No field before the amounts has a comma.
    const total = lines.reduce((sum, line) => sum + Math.round(Number(line.split(',')[at]) * 1e6), 0)
    const { rows } = await database.pool.query(
      `select b.kind, to_char(b.month, 'YYYY-MM') as month, b.is_final, round(sum(a.billed) * 1000000)::int as total, sum(a.line_items)::int as lines
       from amigraph.bills b join amigraph.billed_amounts a using (export, month) group by 1, 2, 3`,
    )
    expect(rows).toEqual([{ kind, month, is_final: true, total, lines: lines.length }])
  })
})

it('a source that cannot be listed is told with its reason', async () => {
  const nowhere: BillSource = fileBillSource(localExportStore('/nonexistent'))
  await expect(loadBillsFrom(database.pool, nowhere)).rejects.toMatchObject({ code: 'ENOENT' })
})
