import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bucket } from '../storage/bucket.ts'
import type { BillingMonth } from './billing-months.ts'
import { type Engine, quoted } from './engine.ts'
import { timeOf } from './fill-facts.ts'
import type { Rendering } from './renderings.ts'

/** Puts an export of every month into a bucket, laid out as AWS does, each month with its manifest. */
export const writeExport = async (
  engine: Engine,
  bucket: Bucket,
  rendering: Rendering,
  months: readonly BillingMonth[],
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'amigraph-sandbox-bills-'))
  try {
    for (const month of months) {
      const file = join(folder, 'export')
      await engine.run(copy(rendering, month, file))
      const { data, manifest } = keysOf(rendering, month)
      bucket.put(data, await readFile(file))
      bucket.put(manifest, Buffer.from(JSON.stringify(manifestOf(bucket, rendering, month, data))))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const copy = ({ columns, format, where = 'true' }: Rendering, { name, start, end }: BillingMonth, file: string) => {
  const shown = Object.entries(columns).map(([column, sql]) => `${sql} as "${column}"`)
  const options = format === 'parquet' ? 'format parquet, compression snappy' : 'format csv, header, compression gzip'
  return `copy (select ${shown.join(', ')} from (
      select line.*, timestamp ${quoted(timeOf(start))} as period_start, timestamp ${quoted(timeOf(end))} as period_end
      from line where month = ${quoted(name)}) where ${where}) to ${quoted(file)} (${options})`
}

const day = (date: Date) => timeOf(date).slice(0, 10).replaceAll('-', '')

/** The export's own name is that of its folder. */
const keysOf = ({ name, layout, format }: Rendering, month: BillingMonth) => {
  const extension = format === 'parquet' ? 'snappy.parquet' : 'csv.gz'
  if (layout === 'report') {
    const folder = `${name}/nordwind/${day(month.start)}-${day(month.end)}`
    return { data: `${folder}/nordwind-00001.${extension}`, manifest: `${folder}/nordwind-Manifest.json` }
  }
  const period = `BILLING_PERIOD=${month.name}`
  return {
    data: `${name}/nordwind/data/${period}/nordwind-00001.${extension}`,
    manifest: `${name}/nordwind/metadata/${period}/nordwind-Manifest.json`,
  }
}

const manifestOf = (bucket: Bucket, { layout }: Rendering, { start, end }: BillingMonth, data: string) =>
  layout === 'report'
    ? {
        assemblyId: '4f1d6c0e-9b67-4c58-8d1e-2a7f5b3c6d90',
        reportKeys: [data],
        billingPeriod: { start: `${day(start)}T000000.000Z`, end: `${day(end)}T000000.000Z` },
      }
    : { executionId: '4f1d6c0e-9b67-4c58-8d1e-2a7f5b3c6d90', dataFiles: [`s3://${bucket.name}/${data}`] }
