import type { Queryable } from '../pool.ts'

/**
 * Months with a line whose instance, or a product code or usage operation of it, the sync has seen for the first time
 * since. As `2026-10`, in order.
 */
export async function readBillsToAttribute(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ month: string }>(
    `with loaded as (
       -- What was being written while it was attributed has a time from before.
       select month, min(attributed_at) - interval '10 minutes' as attributed_at
       from amigraph.bills where loaded_at is not null group by month
     ), seen as (
       select instance_id, first_seen_at from amigraph.instance_images
       where first_seen_at >= (select min(attributed_at) from loaded)
       union all
       select instance_id, first_seen_at from amigraph.instance_products
       where first_seen_at >= (select min(attributed_at) from loaded)
       union all
       select instance_id, first_seen_at from amigraph.instance_operations
       where first_seen_at >= (select min(attributed_at) from loaded)
     )
     select to_char(b.month, 'YYYY-MM') as month
     from loaded b
     where b.attributed_at is null or exists (
       select from seen s join amigraph.bill_lines l on l.resource_id = s.instance_id and l.month = b.month
       where s.first_seen_at >= b.attributed_at)
     order by b.month`,
  )
  return rows.map(({ month }) => month)
}
