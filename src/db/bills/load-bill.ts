import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { firstDay } from '../../domain/bill.ts'

export type BillToLoad = {
  readonly export: string
  readonly month: string
  readonly signature: string
  readonly kind: string
  readonly version: string | null
  readonly rank: number
  readonly payerAccountIds: readonly string[]
  readonly isFinal: boolean
  readonly missingColumns: readonly string[]
  readonly limitations: readonly string[]
  /** CSV with `lineColumns` */
  readonly linesFile: string
  readonly lineColumns: readonly string[]
  readonly titles: readonly { readonly productCode: string; readonly title: string }[]
}

/**
 * Replaces a month of an export as a whole, inside the transaction that also attributes it. Costs grow with the number of
 * its sums. Returns how many there are.
 */
export async function loadBill(client: ClientBase, bill: BillToLoad): Promise<number> {
  const key = [bill.export, firstDay(bill.month)]
  await client.query(
    `insert into amigraph.bills as b (export, month, kind, version, rank, payer_account_ids, is_final, missing_columns,
       limitations, signature, loaded_at, attempted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), now())
     on conflict (export, month) do update set kind = excluded.kind, version = excluded.version, rank = excluded.rank,
       payer_account_ids = excluded.payer_account_ids, is_final = excluded.is_final,
       missing_columns = excluded.missing_columns, limitations = excluded.limitations, signature = excluded.signature,
       loaded_at = now(), attempted_at = now(), error_code = null, error_message = null`,
    [
      ...key,
      bill.kind,
      bill.version,
      bill.rank,
      bill.payerAccountIds,
      bill.isFinal,
      bill.missingColumns,
      bill.limitations,
      bill.signature,
    ],
  )
  await client.query('delete from amigraph.product_titles where export = $1 and month = $2', key)
  await client.query(
    `insert into amigraph.product_titles (export, month, product_code, title)
     select $1, $2, code, title from unnest($3::text[], $4::text[]) as named (code, title)`,
    [...key, bill.titles.map(({ productCode }) => productCode), bill.titles.map(({ title }) => title)],
  )
  await client.query('delete from amigraph.bill_lines where export = $1 and month = $2', key)
  return copyLines(client, bill)
}

async function copyLines(client: ClientBase, bill: BillToLoad): Promise<number> {
  const types = bill.lineColumns.map(name => `${name} ${isText(name) ? 'text' : 'numeric'} not null`)
  await client.query(`create temporary table loaded_lines (${types}) on commit drop`)
  const into = client.query(copyFrom('copy loaded_lines from stdin (format csv)'))
  await pipeline(createReadStream(bill.linesFile), into)
  const { rowCount } = await client.query(
    `insert into amigraph.bill_lines (export, month, payer_account_id, account_id, region, resource_id, seller, product_code,
       operation, usage_type, charge, currency, usage_hour, usage_amount, billed, gross, effective, line_items)
     select $1, $2, payer_account_id, account_id, region, resource_id, seller, product_code, operation, usage_type, charge,
       currency, (nullif(usage_hour, '') || ':00Z')::timestamptz, usage_amount + usage_amount_tiny, billed + billed_tiny,
       gross + gross_tiny, effective + effective_tiny, line_items
     from loaded_lines`,
    [bill.export, firstDay(bill.month)],
  )
  await client.query('drop table loaded_lines')
  return rowCount ?? 0
}

const isText = (column: string) => !/^(line_items|usage_amount|billed|gross|effective)/.test(column)
