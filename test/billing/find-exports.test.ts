import { expect, test } from 'vitest'
import { findExports } from '../../src/billing/find-exports.ts'
import { parseManifest } from '../../src/billing/read-manifest.ts'

const file = (key: string, time = 0) => ({ key, size: 1, etag: key, lastModified: new Date(time) })
const manifest = (key: string, content: object, time = 0) => {
  const parsed = parseManifest(JSON.stringify(content))
  if (parsed === null) throw new Error('No manifest')
  return { file: file(key, time), manifest: parsed }
}

/** How AWS lays out exports (Data Exports user guide and CUR user guide, "delivery"), and what is made of it. */
const table: [what: string, keys: string[], manifests: ReturnType<typeof manifest>[], found: unknown[]][] = [
  ['a data export at the top', ['data/BILLING_PERIOD=2026-10/a-00001.csv.gz'], [], [['', '2026-10', 1]]],
  [
    'several, at any depth',
    ['x/cur/data/BILLING_PERIOD=2026-10/a.parquet', 'x/focus/data/billing_period=2026-09/a.parquet'],
    [],
    [
      ['x/cur', '2026-10', 1],
      ['x/focus', '2026-09', 1],
    ],
  ],
  [
    'the older report',
    ['cur/20261001-20261101/id/cur-1.csv.zip', 'cur/20261001-20261101/id/cur-2.csv.zip'],
    [],
    [['cur', '2026-10', 2]],
  ],
  ['the same for Athena', ['cur/cur/year=2026/month=9/cur-00001.snappy.parquet'], [], [['cur', '2026-09', 1]]],
  [
    'only what the newest manifest names, by its key in the bucket',
    ['e/data/BILLING_PERIOD=2026-10/1/a.parquet', 'e/data/BILLING_PERIOD=2026-10/2/a.parquet'],
    [
      manifest(
        'e/metadata/BILLING_PERIOD=2026-10/1/m.json',
        { dataFiles: ['s3://b/p/e/data/BILLING_PERIOD=2026-10/1/a.parquet'] },
        1,
      ),
      manifest(
        'e/metadata/BILLING_PERIOD=2026-10/2/m.json',
        { dataFiles: ['s3://b/p/e/data/BILLING_PERIOD=2026-10/2/a.parquet'] },
        2,
      ),
    ],
    [['e', '2026-10', 1]],
  ],
  [
    'what a manifest names and is not there',
    [],
    [
      manifest('e/20261001-20261101/m.json', {
        reportKeys: ['e/1.csv.gz'],
        billingPeriod: { start: '20261001T000000.000Z' },
      }),
    ],
    [['e', '2026-10', 0, 'e/1.csv.gz']],
  ],
  ['nothing else', ['readme.csv', 'x/y/other.parquet'], [], []],
]

test.each(table)('finds %s', (_what, keys, manifests, found) => {
  const months = findExports(
    keys.map(key => file(key)),
    manifests,
  )
  expect(months.map(month => [month.export, month.month, month.files.length, ...month.missing])).toEqual(found)
})

test('takes the files of the newest version', () => {
  const [, , , , newest] = table
  const [month] = findExports(newest?.[1].map(key => file(key)) ?? [], newest?.[2] ?? [])
  expect(month?.files.map(({ key }) => key)).toEqual(['e/data/BILLING_PERIOD=2026-10/2/a.parquet'])
})

test.each(['', '[]', '{"files": []}', '{'])('%j is no manifest', text => {
  expect(parseManifest(text)).toBeNull()
})
