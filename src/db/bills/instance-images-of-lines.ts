/** When a line was used, as far as it decides which image it belongs to: the hour, or the end of the month. `$1`: the month. */
export const momentOf = (usageHour: string): string =>
  `coalesce(${usageHour}, ($1::date + interval '1 month') at time zone 'UTC')`

/**
 * The image that each instance ran at each moment of `lines` (account_id, resource_id, moment) (R17): the last one that was
 * seen by then, else the first one that was seen at all.
 */
export const instanceImagesOf = (lines: string): string => `
  select distinct on (i.account_id, i.instance_id, used.moment) i.account_id, i.instance_id, used.moment, i.region, i.image_id
  from (select distinct account_id, resource_id, moment from ${lines} where resource_id like 'i-%') used
  join amigraph.instance_images i on i.instance_id = used.resource_id and i.account_id = used.account_id
  order by i.account_id, i.instance_id, used.moment, (i.first_seen_at <= used.moment) desc,
    case when i.first_seen_at <= used.moment then i.first_seen_at end desc, i.first_seen_at, i.image_id`

/** Of each payer the one export that counts. */
export const countedBills = `
  select distinct on (payer.account_id) payer.account_id as payer_account_id, b.export
  from amigraph.bills b cross join unnest(b.payer_account_ids) as payer (account_id)
  where b.month = $1 and b.loaded_at is not null
  order by payer.account_id, b.rank, b.export`

/** Usage of an instance itself; what else it uses, as data transfer, is another service's price. */
export const instanceUsage = `(BoxUsage|SpotUsage|DedicatedUsage|HostUsage|HostBoxUsage|UnusedBox|UnusedDed|ReservedHostUsage)`
