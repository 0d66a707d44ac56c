import type { Queryable } from '../pool.ts'

/**
 * Loaded months with usage of an instance that was seen with another image within the month, when the month was loaded
 * already: what it used was summed over the month, and has to be parted by the hour. As `2026-10`, in order.
 */
export async function readBillsToReadAgain(client: Queryable): Promise<{ export: string; month: string }[]> {
  const { rows } = await client.query<{ export: string; month: string }>(
    `with seen as (
       select account_id, instance_id, first_seen_at,
         row_number() over (partition by account_id, region, instance_id order by first_seen_at, image_id) as nth
       from amigraph.instance_images
     )
     select distinct b.export, to_char(b.month, 'YYYY-MM') as month
     from seen s
     join amigraph.bill_lines l on l.resource_id = s.instance_id and l.account_id = s.account_id and l.usage_hour is null
     join amigraph.bills b on b.export = l.export and b.month = l.month
     where s.nth > 1 and b.loaded_at is not null and not 'NO_USAGE_TIMES' = any(b.limitations)
       and s.first_seen_at >= b.month::timestamp at time zone 'UTC'
       and s.first_seen_at < (b.month + interval '1 month') at time zone 'UTC'
       -- What was being written while the bill was loaded has a time from before.
       and s.first_seen_at >= b.loaded_at - interval '10 minutes'
     order by 2, 1`,
  )
  return rows
}
