import type { ClientBase } from 'pg'
import { firstDay } from '../../domain/bill.ts'
import { billedAs, driftOf } from '../../domain/usage-operation/drift.ts'
import { countedBills, instanceUsage, momentOf } from './instance-images-of-lines.ts'

/**
 * Finds a month's usage of instances whose usage operation, their image's and the bill's do not agree (R16), and replaces
 * what was found of that month. Runs inside the transaction that attributes it, after findImagesOfLines. Costs grow with
 * the number of sums.
 */
export async function findDrifts(client: ClientBase, month: string): Promise<void> {
  const first = [firstDay(month)]
  await client.query('delete from amigraph.usage_operation_drifts where month = $1', first)
  await client.query(findUsage, first)
  await client.query('analyze usage_of_month')
  await client.query(gather, first)
  const { rows } = await client.query<Told>('select distinct image, held, billed from told_operations')
  const drifts = rows.flatMap(({ image, held, billed }) => {
    const instance = billedAs(held ?? [], billed)
    const kinds = driftOf({ image, instance, billed })
    return kinds.length > 0 ? [{ image, held, billed, instance, kinds }] : []
  })
  if (drifts.length > 0) await client.query(keep, [...first, JSON.stringify(drifts)])
  await client.query('drop table usage_of_month, told_operations')
}

type Told = {
  readonly image: string | null
  /** Those that the instance had within the time that is billed, in order; null where none was ever seen */
  readonly held: string[] | null
  readonly billed: string
}

/** A table of its own, so that what is joined to it next is planned for as many lines as there are. */
const findUsage = `
create temporary table usage_of_month on commit drop as
select l.payer_account_id, l.account_id, l.resource_id as instance_id, l.operation, l.currency,
  ${momentOf('l.usage_hour')} as moment, coalesce(l.usage_hour, $1::date at time zone 'UTC') as since,
  l.gross, l.effective, l.usage_amount
from amigraph.bill_lines l join (${countedBills}) counted using (export, payer_account_id)
where l.month = $1 and l.resource_id like 'i-%' and l.product_code = 'AmazonEC2' and l.operation like 'RunInstances%'
  and l.usage_type ~ '${instanceUsage}' and l.charge in ('USAGE', 'SAVINGS_PLAN_USAGE', 'RESERVED_USAGE')`

const gather = `
create temporary table told_operations on commit drop as
with seen as (
  select used.account_id, used.instance_id, used.moment, used.since, o.usage_operation, o.first_seen_at,
    lead(o.first_seen_at) over (partition by used.account_id, used.instance_id, used.moment
      order by o.first_seen_at, o.usage_operation) as until
  from (select distinct account_id, instance_id, moment, since from usage_of_month) used
  join amigraph.instance_operations o using (account_id, instance_id)
), operation as (
  -- Several, where the instance was converted meanwhile; the first of all, where none was seen by then.
  select account_id, instance_id, moment, coalesce(
      array_agg(usage_operation order by first_seen_at, usage_operation)
        filter (where first_seen_at <= moment and (until is null or until > since)),
      (array_agg(usage_operation order by first_seen_at, usage_operation))[1:1]) as held
  from seen group by account_id, instance_id, moment
)
select line.payer_account_id, line.account_id, instance.region, instance.instance_id, instance.image_id,
  image.usage_operation as image, operation.held, line.operation as billed, line.currency,
  sum(line.gross) as cost, sum(line.effective) as effective, sum(line.usage_amount) as hours
from usage_of_month line
join instances_of_month instance on instance.instance_id = line.instance_id and instance.account_id = line.account_id
  and instance.moment = line.moment
join amigraph.attributed_images image
  on image.month = $1 and image.region = instance.region and image.image_id = instance.image_id
left join operation on operation.account_id = instance.account_id and operation.instance_id = instance.instance_id
  and operation.moment = instance.moment
where image.usage_operation <> line.operation or operation.held <> array[line.operation]
group by line.payer_account_id, line.account_id, instance.region, instance.instance_id, instance.image_id,
  image.usage_operation, operation.held, line.operation, line.currency`

const keep = `
insert into amigraph.usage_operation_drifts (month, payer_account_id, account_id, region, instance_id, image_id,
  image_operation, instance_operation, billed_operation, kinds, currency, infrastructure_cost,
  effective_infrastructure_cost, instance_hours)
select $1::date, t.payer_account_id, t.account_id, t.region, t.instance_id, t.image_id, t.image, coalesce(d.instance, ''), t.billed,
  d.kinds, t.currency, sum(t.cost), sum(t.effective), sum(t.hours)
from told_operations t
join (
  select image, held, billed, instance, kinds
  from json_to_recordset($2::json) as known (image text, held text[], billed text, instance text, kinds text[])
) d on d.billed = t.billed and d.image is not distinct from t.image and d.held is not distinct from t.held
group by t.payer_account_id, t.account_id, t.region, t.instance_id, t.image_id, t.image, d.instance, t.billed, d.kinds, t.currency`
