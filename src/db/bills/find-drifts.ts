import type { ClientBase } from 'pg'
import { firstDay } from '../../domain/bill.ts'
import { driftOf } from '../../domain/usage-operation/drift.ts'
import { countedBills, instanceUsage, momentOf } from './instance-images-of-lines.ts'

/**
 * Finds a month's usage of instances whose usage operation, their image's and the bill's do not agree (R16), and replaces
 * what was found of that month. Runs inside the transaction that attributes it, after findImagesOfLines. Costs grow with
 * the number of sums.
 */
export async function findDrifts(client: ClientBase, month: string): Promise<void> {
  const first = [firstDay(month)]
  await client.query('delete from amigraph.usage_operation_drifts where month = $1', first)
  await client.query(gather, first)
  const { rows } = await client.query<Told>('select distinct image, instance, billed from told_operations')
  const drifts = rows.flatMap(told => {
    const kinds = driftOf(told)
    return kinds.length > 0 ? [{ ...told, kinds }] : []
  })
  if (drifts.length > 0) await client.query(keep, [...first, JSON.stringify(drifts)])
  await client.query('drop table told_operations')
}

type Told = { readonly image: string | null; readonly instance: string | null; readonly billed: string }

const gather = `
create temporary table told_operations on commit drop as
with counted as (${countedBills}), line as (
  select l.payer_account_id, l.account_id, l.resource_id, l.operation, l.currency, ${momentOf('l.usage_hour')} as moment,
    l.gross, l.effective, l.usage_amount
  from amigraph.bill_lines l join counted using (export, payer_account_id)
  where l.month = $1 and l.resource_id like 'i-%' and l.product_code = 'AmazonEC2' and l.operation like 'RunInstances%'
    and l.usage_type ~ '${instanceUsage}' and l.charge in ('USAGE', 'SAVINGS_PLAN_USAGE', 'RESERVED_USAGE')
), operation as (
  select distinct on (i.account_id, i.region, i.instance_id, i.moment) i.account_id, i.region, i.instance_id, i.moment,
    o.usage_operation
  from instances_of_month i join amigraph.instance_operations o using (account_id, region, instance_id)
  order by i.account_id, i.region, i.instance_id, i.moment, (o.first_seen_at <= i.moment) desc,
    case when o.first_seen_at <= i.moment then o.first_seen_at end desc, o.first_seen_at, o.usage_operation
)
select line.payer_account_id, line.account_id, instance.region, instance.instance_id, instance.image_id,
  image.usage_operation as image, operation.usage_operation as instance, line.operation as billed, line.currency,
  sum(line.gross) as cost, sum(line.effective) as effective, sum(line.usage_amount) as hours
from line
join instances_of_month instance on instance.instance_id = line.resource_id and instance.account_id = line.account_id
  and instance.moment = line.moment
join amigraph.attributed_images image
  on image.month = $1 and image.region = instance.region and image.image_id = instance.image_id
left join operation on operation.account_id = instance.account_id and operation.region = instance.region
  and operation.instance_id = instance.instance_id and operation.moment = instance.moment
where image.usage_operation <> line.operation or operation.usage_operation <> line.operation
  or image.usage_operation <> operation.usage_operation
group by line.payer_account_id, line.account_id, instance.region, instance.instance_id, instance.image_id,
  image.usage_operation, operation.usage_operation, line.operation, line.currency`

const keep = `
insert into amigraph.usage_operation_drifts (month, payer_account_id, account_id, region, instance_id, image_id,
  image_operation, instance_operation, billed_operation, kinds, currency, infrastructure_cost,
  effective_infrastructure_cost, instance_hours)
select $1::date, t.payer_account_id, t.account_id, t.region, t.instance_id, t.image_id, t.image, coalesce(t.instance, ''), t.billed,
  d.kinds, t.currency, t.cost, t.effective, t.hours
from told_operations t
join (
  select image, instance, billed, array(select json_array_elements_text(kinds))::text[] as kinds
  from json_to_recordset($2::json) as known (image text, instance text, billed text, kinds json)
) d on d.billed = t.billed and d.image is not distinct from t.image and d.instance is not distinct from t.instance`
