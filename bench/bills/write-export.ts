import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Engine, openEngine } from '../../src/billing/duckdb.ts'

/** Lines of one file of the export. */
const linesOfFile = 2_000_000

/**
 * An export of CUR 2.0 for one month, as a large organization has it: an hourly line for each resource, most of them of EC2,
 * some of the AWS Marketplace on the same instances, the rest of other services. Made in SQL from the lines' numbers, the
 * same on every run. Its files in order.
 */
export const writeExport = async (folder: string, lines: number, accounts: number): Promise<string[]> => {
  const data = join(folder, 'export', 'data', 'BILLING_PERIOD=2026-10')
  await mkdir(data, { recursive: true })
  const engine = await openEngine({ folder, memoryMegabytes: 1024 })
  try {
    const files: string[] = []
    for (let from = 0; from < lines; from += linesOfFile) {
      const file = join(data, `export-${String(files.length + 1).padStart(5, '0')}.snappy.parquet`)
      await write(engine, file, from, Math.min(from + linesOfFile, lines), lines, accounts)
      files.push(file)
    }
    return files
  } finally {
    engine.close()
  }
}

/** So many that each has a line for every hour of the month. */
export const resourcesOf = (lines: number): number => Math.max(20, Math.round(lines / 744))

const write = (engine: Engine, file: string, from: number, to: number, lines: number, accounts: number) => {
  const resources = resourcesOf(lines)
  return engine.run(`copy (
    select '100000000000' as bill_payer_account_id,
      case when sort = 1 then 'AWS Marketplace' else 'AWS' end as bill_billing_entity,
      '1234567890' as bill_invoice_id,
      timestamp '2026-10-01' as bill_billing_period_start_date,
      account as line_item_usage_account_id,
      case when sort = 1 then 'arn:aws:ec2:eu-central-1:' || account || ':instance/' || instance
        when sort < 12 then instance
        when sort < 16 then 'vol-' || format('{:017x}', resource)
        else 'arn:aws:s3:::bucket-' || resource end as line_item_resource_id,
      case when sort = 1 then 'product' || resource % 20 when sort < 16 then 'AmazonEC2' else 'AmazonS3' end
        as line_item_product_code,
      case when sort = 1 then 'Hourly' when sort < 12 then case when resource % 5 = 0 then 'RunInstances:0002' else 'RunInstances' end
        when sort < 16 then 'CreateVolume-Gp3' else 'PutObject' end as line_item_operation,
      case when sort = 1 then 'SoftwareUsage:m7i.large' when sort < 10 then 'EUC1-BoxUsage:m7i.large'
        when sort < 12 then 'EUC1-DataTransfer-Out-Bytes' when sort < 16 then 'EUC1-EBS:VolumeUsage.gp3'
        else 'EUC1-Requests-Tier1' end as line_item_usage_type,
      case when sort = 3 then 'SavingsPlanCoveredUsage' when sort = 18 then 'Credit' else 'Usage' end
        as line_item_line_item_type,
      timestamp '2026-10-01' + to_hours(hour) as line_item_usage_start_date,
      'USD' as line_item_currency_code,
      1.0::double as line_item_usage_amount,
      (i * 7919 % 100000)::double / 100000 as line_item_unblended_cost,
      null::double as reservation_effective_cost,
      case when sort = 3 then (i * 104729 % 100000)::double / 100000 end as savings_plan_savings_plan_effective_cost,
      map { 'product_name': case when sort = 1 then 'Product ' || resource % 20 else 'Amazon' end } as product,
      'eu-central-1' as product_region_code
    from (
      select i, i % ${resources} as resource, (i % ${resources}) % 20 as sort, i // ${resources} as hour,
        (i % ${resources} // 20) * 20 + i % ${resources} % 20 // 2 as number,
        (100000000001 + number % ${accounts})::varchar as account, 'i-' || format('{:017x}', number) as instance
      from range(${from}, ${to}) as line (i)
    )) to '${file}' (format parquet, row_group_size 122880)`)
}
