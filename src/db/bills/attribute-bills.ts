import type { ClientBase } from 'pg'
import { firstDay } from '../../domain/bill.ts'
import { findDrifts } from './find-drifts.ts'
import { findImagesOfLines } from './images-of-lines.ts'
import { countedBills, instanceUsage, momentOf } from './instance-images-of-lines.ts'

/**
 * Joins the sums of a month's bills to instances, images and product codes (R14, R17) and replaces what was attributed of
 * that month: line → resource → instance → image → owner. What leads to no image keeps its reason (R18). Runs inside a
 * transaction, when a bill was loaded and when the sync has learnt more of what it names since. Costs grow with the number
 * of sums. Throws where the parts are not the whole.
 */
export async function attributeBills(client: ClientBase, month: string): Promise<void> {
  const first = [firstDay(month)]
  // Two that attribute one month would each add what the other has deleted.
  await client.query(`select pg_advisory_xact_lock(hashtextextended('amigraph bills ' || $1, 0))`, first)
  await client.query('delete from amigraph.costs where month = $1', first)
  await client.query('delete from amigraph.billed_amounts where month = $1', first)
  await client.query('delete from amigraph.unattributed_amounts where month = $1', first)
  await findImagesOfLines(client, firstDay(month))
  await client.query(attribute, first)
  await client.query(addUpBilled, first)
  await client.query(addUpReasons, first)
  await findDrifts(client, month)
  await client.query('drop table instances_of_month, codes_of_month, snapshots_of_month')
  await client.query(
    'update amigraph.bills set attributed_at = now() where month = $1 and loaded_at is not null',
    first,
  )
  const { rows } = await client.query<{ account_id: string }>(
    'select account_id from amigraph.billed_amounts where month = $1 and billed <> attributed + unattributed limit 1',
    first,
  )
  if (rows[0]) throw new Error(`The bill of ${rows[0].account_id} for ${month} does not add up: this is a defect`)
}

const counted = `counted as (${countedBills}
)`

const extraUsage = `(CPUCredits|EBSOptimized)`

const attribute = `
with ${counted}, line as (
  -- Usage is joined to the image that its instance ran then: within the month only where it ran several.
  select ${momentOf('l.usage_hour')} as moment, l.export, l.payer_account_id, l.account_id,
    l.region, l.resource_id, l.seller, l.product_code, l.operation, l.usage_type, l.charge, l.currency, l.usage_amount, l.gross as amount, l.effective, l.line_items
  from amigraph.bill_lines l join counted using (export, payer_account_id)
  where l.month = $1
  union all
  -- FOCUS bills a line that a Savings Plan covers at nothing; a CUR negates it in a line of its own.
  select ${momentOf('null')}, l.export, l.payer_account_id, l.account_id, l.region, '', l.seller,
    l.product_code, l.operation, l.usage_type, 'SAVINGS_PLAN_NEGATION', l.currency, 0, l.billed - l.gross, 0, 0
  from amigraph.bill_lines l join counted using (export, payer_account_id)
  where l.month = $1 and l.billed <> l.gross
), placed as (
  select line.export, line.payer_account_id, line.account_id, line.currency, line.charge, line.seller, line.resource_id,
    line.usage_type, line.usage_amount, line.amount, line.effective, line.line_items,
    coalesce(instance.region, snapshot.region, line.region) as region,
    case when line.charge <> 'SAVINGS_PLAN_NEGATION' then coalesce(instance.image_id, snapshot.image_id, '') else '' end
      as image_id,
    -- The instance says which product it is (R14); that the bill's own code is the same is not documented.
    case when line.seller = 'MARKETPLACE' and (code.codes is null or line.product_code = any(code.codes)
        or cardinality(code.codes) > 1) then line.product_code
      else coalesce(code.codes[1], '') end as product_code,
    case when line.operation like 'RunInstances%' then line.operation else '' end as usage_operation,
    case
      when line.charge in ('TAX', 'CREDIT', 'REFUND', 'FEE', 'DISCOUNT', 'SAVINGS_PLAN_NEGATION') then line.charge
      when line.charge = 'OTHER' then 'OTHER'
      when line.seller = 'MARKETPLACE' then 'SOFTWARE'
      when line.product_code = 'AmazonEC2' and line.usage_type ~ '${instanceUsage}' then 'INSTANCE'
      when line.product_code = 'AmazonEC2' and line.usage_type ~ '${extraUsage}' then 'INSTANCE_EXTRA'
      when line.product_code = 'AmazonEC2' and line.usage_type ~ 'EBS:Snapshot' then 'SNAPSHOT'
      else 'OTHER'
    end as sort
  from line
  left join instances_of_month instance on instance.instance_id = line.resource_id and instance.account_id = line.account_id
    and instance.moment = line.moment
  left join amigraph.attributed_snapshots snapshot on snapshot.month = $1 and snapshot.snapshot_id = line.resource_id
  left join codes_of_month code on code.instance_id = line.resource_id and code.account_id = line.account_id
    and code.moment = line.moment
), judged as (
  select placed.*,
    case
      when placed.image_id <> '' then ''
      when placed.charge = 'SAVINGS_PLAN_NEGATION' then 'SAVINGS_PLAN'
      when placed.charge in ('TAX', 'CREDIT', 'REFUND', 'FEE', 'DISCOUNT', 'OTHER') then placed.charge
      when placed.resource_id like 'i-%' then 'NO_INSTANCE_SEEN'
      when placed.resource_id like 'snap-%' then 'NO_IMAGE_OF_SNAPSHOT'
      when placed.sort in ('SOFTWARE', 'INSTANCE', 'INSTANCE_EXTRA', 'SNAPSHOT') then 'NO_RESOURCE'
      else 'OTHER_SERVICE'
    end as reason
  from placed
)
insert into amigraph.costs (month, payer_account_id, account_id, region, image_id, image_owner_id, product_code,
  usage_operation, currency, reason, export, software_cost, infrastructure_cost, spot_cost, savings_plan_usage_cost,
  reserved_usage_cost, effective_infrastructure_cost, snapshot_cost, tax, credit, refund, fee, discount, savings_plan_negation, other_cost, instance_hours, line_items)
select $1::date, j.payer_account_id, j.account_id, j.region, j.image_id,
  coalesce(min(image.owner_account_id), ''), j.product_code, j.usage_operation, j.currency, j.reason,
  min(j.export),
  coalesce(sum(j.amount) filter (where j.sort = 'SOFTWARE'), 0),
  coalesce(sum(j.amount) filter (where j.sort in ('INSTANCE', 'INSTANCE_EXTRA')), 0),
  coalesce(sum(j.amount) filter (where j.sort = 'INSTANCE' and j.charge = 'USAGE' and j.usage_type ~ 'SpotUsage'), 0),
  coalesce(sum(j.amount) filter (
    where j.sort in ('INSTANCE', 'INSTANCE_EXTRA') and j.charge = 'SAVINGS_PLAN_USAGE'), 0),
  coalesce(sum(j.amount) filter (where j.sort in ('INSTANCE', 'INSTANCE_EXTRA') and j.charge = 'RESERVED_USAGE'), 0),
  coalesce(sum(j.effective) filter (where j.sort in ('INSTANCE', 'INSTANCE_EXTRA')), 0),
  coalesce(sum(j.amount) filter (where j.sort = 'SNAPSHOT'), 0),
  coalesce(sum(j.amount) filter (where j.sort = 'TAX'), 0),
  coalesce(sum(j.amount) filter (where j.sort = 'CREDIT'), 0),
  coalesce(sum(j.amount) filter (where j.sort = 'REFUND'), 0),
  coalesce(sum(j.amount) filter (where j.sort = 'FEE'), 0),
  coalesce(sum(j.amount) filter (where j.sort = 'DISCOUNT'), 0),
  coalesce(sum(j.amount) filter (where j.sort = 'SAVINGS_PLAN_NEGATION'), 0),
  coalesce(sum(j.amount) filter (where j.sort = 'OTHER'), 0),
  coalesce(sum(j.usage_amount) filter (where j.sort = 'INSTANCE'), 0),
  sum(j.line_items)
from judged j
left join amigraph.attributed_images image
  on image.month = $1 and image.region = j.region and image.image_id = j.image_id
group by j.payer_account_id, j.account_id, j.region, j.image_id, j.product_code, j.usage_operation, j.currency, j.reason`

/** Billed by the lines, attributed and unattributed by what became of them: two ways that have to meet. */
const addUpBilled = `
with ${counted}, billed as (
  select l.payer_account_id, l.account_id, l.currency, min(l.export) as export, sum(l.billed) as amount,
    sum(l.line_items) as line_items
  from amigraph.bill_lines l join counted using (export, payer_account_id)
  where l.month = $1
  group by l.payer_account_id, l.account_id, l.currency
), became as (
  select payer_account_id, account_id, currency,
    coalesce(sum(total_cost) filter (where reason = ''), 0) as attributed,
    coalesce(sum(total_cost) filter (where reason <> ''), 0) as unattributed
  from amigraph.costs where month = $1
  group by payer_account_id, account_id, currency
)
insert into amigraph.billed_amounts
  (month, payer_account_id, account_id, currency, export, billed, attributed, unattributed, line_items)
select $1::date, payer_account_id, account_id, currency, billed.export, billed.amount, coalesce(became.attributed, 0),
  coalesce(became.unattributed, 0), billed.line_items
from billed left join became using (payer_account_id, account_id, currency)`

const addUpReasons = `
insert into amigraph.unattributed_amounts (month, payer_account_id, account_id, currency, reason, amount, line_items)
select $1::date, payer_account_id, account_id, currency, reason, sum(total_cost), sum(line_items)
from amigraph.costs where month = $1 and reason <> ''
group by payer_account_id, account_id, currency, reason`
