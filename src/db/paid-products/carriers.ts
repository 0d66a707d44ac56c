import { sql } from 'kysely'
import { type Months, within } from '../costs/months.ts'
import type { Sql } from '../statement.ts'

/**
 * Whatever carries a product's code (R14), and the charges for it within these months or all: each with its account, null
 * where no call named it, and its Region, empty where a charge has none.
 */
export const carriers = (months: Months): Sql => sql`(
  select p.product_code, p.kind, i.owner_account_id as account_id, p.region, null::numeric as software_cost,
    false as is_seen, false as is_charged
  from amigraph.image_product_codes p left join amigraph.images i using (region, image_id)
  union all
  select p.product_code, p.kind, p.account_id, p.region, null, true, false from amigraph.instance_product_codes p
  union all
  select p.product_code, p.kind, p.account_id, p.region, null, true, false from amigraph.instance_products p
  union all
  -- (R14) An instance has the codes of its image, also where nothing told of its own.
  select c.product_code, c.kind, p.account_id, p.region, null, true, false
  from amigraph.image_product_codes c join amigraph.instance_images p using (region, image_id)
  union all
  select p.product_code, null, p.account_id, p.region, p.software_cost, false, p.software_cost <> 0 or p.fee <> 0
  from amigraph.costs p
  where p.product_code <> ''${months.from === undefined ? sql`` : sql` and ${within(sql`p.month`, months)}`})`

/** Whether what `carried` groups is used and charged for: a PaidProductUse. */
export const useOf = sql`
  case when bool_or(is_seen) and bool_or(is_charged) then 'USED_AND_CHARGED' when bool_or(is_seen) then 'USED_NOT_CHARGED'
    when bool_or(is_charged) then 'CHARGED_NOT_SEEN' else 'NOT_USED' end`
