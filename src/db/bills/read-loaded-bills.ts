import type { LoadedBill } from '../../domain/bill.ts'
import type { Queryable } from '../pool.ts'

/** Every month of every export that was ever tried. */
export async function readLoadedBills(client: Queryable): Promise<LoadedBill[]> {
  const { rows } = await client.query<LoadedBill>(
    `select export, to_char(month, 'YYYY-MM') as month, signature from amigraph.bills order by export, month`,
  )
  return rows
}
