import { firstDay } from '../../domain/bill.ts'
import type { Queryable } from '../pool.ts'

/** A month of an export could not be loaded. What was loaded of it before stays, and is what counts (R20). */
export async function recordBillFailure(
  client: Queryable,
  bill: { readonly export: string; readonly month: string },
  failure: { readonly code: string; readonly message: string },
): Promise<void> {
  await client.query(
    `insert into amigraph.bills as b (export, month, attempted_at, error_code, error_message)
     values ($1, $2, now(), $3, $4)
     on conflict (export, month) do update set attempted_at = now(), error_code = excluded.error_code,
       error_message = excluded.error_message`,
    [bill.export, firstDay(bill.month), failure.code, failure.message],
  )
}
