import type { Queryable } from '../pool.ts'
import { factsOfImages, imagesOfSnapshots } from './images-of-lines.ts'

/**
 * Months of which more is known than when they were attributed: an instance, or a product code or usage operation of it;
 * the owner, usage operation or a product code of an image; the image of a snapshot. What is no longer known counts as it
 * did. As `2026-10`, in order. Costs grow with what is new, and with the number of images that bills lead to.
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
     ), attributed as (
       select distinct region, image_id from amigraph.attributed_images
     ), image as (${factsOfImages('attributed')}
     ), new_device as (
       select distinct snapshot_id from amigraph.image_block_devices
       where snapshot_id is not null and valid_from >= (select min(attributed_at) from loaded)
     ), snapshot as (${imagesOfSnapshots('new_device')}
     )
     select to_char(b.month, 'YYYY-MM') as month
     from loaded b
     where b.attributed_at is null or exists (
       select from seen s join amigraph.bill_lines l on l.resource_id = s.instance_id and l.month = b.month
       where s.first_seen_at >= b.attributed_at)
     or exists (
       select from amigraph.attributed_images kept join image using (region, image_id)
       where kept.month = b.month and (image.owner_account_id <> kept.owner_account_id
         or image.owner_account_id is not null and kept.owner_account_id is null
         or image.usage_operation <> kept.usage_operation
         or image.usage_operation is not null and kept.usage_operation is null
         or not image.product_codes <@ kept.product_codes))
     or exists (
       select from snapshot s
       join amigraph.bill_lines l on l.resource_id = s.snapshot_id and l.month = b.month
       left join amigraph.attributed_snapshots kept on kept.month = b.month and kept.snapshot_id = s.snapshot_id
       where (kept.region, kept.image_id) is distinct from (s.region, s.image_id))
     order by b.month`,
  )
  return rows.map(({ month }) => month)
}
