/** The lines of a world's bills, as DuckDB's table `line`: every export of them is another way to write these. */
import type { World } from '../world/world.ts'
import { type BillingMonth, billingMonths } from './billing-months.ts'
import { type Engine, quoted } from './engine.ts'
import { fillFacts, timeOf } from './fill-facts.ts'
import { annual, billedProducts, contract, parts, snapshotPrice } from './prices.ts'

/** Makes the table in an empty engine. Its size follows the world's: a line a day for what runs, a month for the rest. */
export const makeLines = async (engine: Engine, world: World, now: Date): Promise<readonly BillingMonth[]> => {
  const months = billingMonths(now)
  await fillFacts(engine, world, months, now)
  await engine.run(`create table line (month varchar, payer varchar, account varchar, region varchar, resource varchar,
    entity varchar, seller varchar, product_code varchar, product_name varchar, operation varchar, usage_type varchar,
    line_type varchar, started timestamp, ended timestamp, quantity decimal(18, 10), cost decimal(18, 10),
    effective decimal(18, 10), commitment varchar, invoice varchar)`)
  for (const [index, month] of months.entries()) {
    await engine.run(usageOf(month, now))
    for (const lines of [...everyMonth, ...(onlyIn[index] ?? []), taxes]) await engine.run(into(month, lines))
  }
  return months
}

/** Adds lines of a month: a statement that gives these columns, with `:start` and `:end` for the month's. */
const into = ({ name, start, end, isFinal }: BillingMonth, statement: string): string => `insert into line
  select ${quoted(name)}, payer, l.account, l.region, l.resource, l.entity, l.seller, l.product_code, l.product_name,
    l.operation, l.usage_type, l.line_type, l.started, l.ended, l.quantity, l.cost, l.effective, l.commitment,
    ${isFinal ? quoted(`2151${name.replace('-', '')}07`) : "''"}
  from organization, (${statement
    .replaceAll(':start', `timestamp ${quoted(timeOf(start))}`)
    .replaceAll(':end', `timestamp ${quoted(timeOf(end))}`)
    .replaceAll(':month', quoted(name))}) as l (account, region, resource, entity, seller, product_code, product_name,
    operation, usage_type, line_type, started, ended, quantity, cost, effective, commitment)`

/** What ran on each day of the month, until now; its hours to the second. */
const usageOf = ({ start, end }: BillingMonth, now: Date): string => `create or replace table usage as
  select *, cast(round((epoch(stopped) - epoch(started)) / 3600.0, 10) as decimal(18, 10)) as hours
  from (
    select instance.*, region.prefix, day, greatest(launched, day) as started,
      least(ended, day + interval 1 day, timestamp ${quoted(timeOf(now))}) as stopped
    from instance join region on region.name = instance.region
    join (select unnest(generate_series(timestamp ${quoted(timeOf(start))},
      timestamp ${quoted(timeOf(end))} - interval 1 day, interval 1 day)) as day) days
      on launched < day + interval 1 day and ended > day
  ) where stopped > started`

const amount = (sql: string) => `cast(round(${sql}, 10) as decimal(18, 10))`
const part = (value: number) => `cast(${value} as decimal(6, 4))`

const amazon = (code: string, name: string) => `'AWS', 'Amazon Web Services, Inc.', '${code}', '${name}'`
const ec2 = amazon('AmazonEC2', 'Amazon Elastic Compute Cloud')
const savingsPlan = `'arn:aws:savingsplans::' || payer || ':savingsplan/6d3f0a52-11be-4c07-9a2e-5f0c7d1e8b94'`
const reservation = `'arn:aws:ec2:' || region || ':' || account || ':reserved-instances/f4b1c2d3-77aa-4e0e-8c3d-0a9b8c7d6e5f'`

/** EC2's own: on demand, Spot, and what commitments cover. Spot says its pool behind the operation. */
const instances = `
  select account, region, id, ${ec2},
    operation || case purchase when 'SPOT' then ':SV00' || (1 + length(region) % 3) else '' end,
    prefix || case purchase when 'SPOT' then 'SpotUsage:' else 'BoxUsage:' end || type,
    case purchase when 'SAVINGS_PLAN' then 'SavingsPlanCoveredUsage' when 'RESERVED' then 'DiscountedUsage' else 'Usage' end,
    day, day + interval 1 day, hours,
    case purchase when 'SPOT' then ${amount(`hours * hourly * ${part(parts.spot)}`)} when 'RESERVED' then 0
      else ${amount('hours * hourly')} end,
    case purchase when 'SAVINGS_PLAN' then ${amount(`hours * hourly * ${part(parts.savingsPlan)}`)}
      when 'RESERVED' then ${amount(`hours * hourly * ${part(parts.reservation)}`)} end,
    case purchase when 'SAVINGS_PLAN' then ${savingsPlan} when 'RESERVED' then ${reservation} else '' end
  from usage, organization`

/** AWS Marketplace software by the hour, billed to who launched it, with the instance's whole ARN (R14, R15). */
const software = `
  select usage.account, region, 'arn:aws:ec2:' || region || ':' || usage.account || ':instance/' || id, 'AWS Marketplace',
    seller, code, title, 'Hourly', 'SoftwareUsage:' || type, 'Usage', day, day + interval 1 day, hours,
    case when buyer.account is null then ${amount('hours * software_hourly')} else 0 end, null, ''
  from usage join product on code = usage.product_code
  left join buyer on buyer.account = usage.account and buyer.product_code = code`

/** What a Savings Plan covers is taken off again, by the day; no line of it names a resource. */
const negation = `
  select account, region, '', ${ec2}, operation, usage_type, 'SavingsPlanNegation', started, ended, 0, -sum(cost), null,
    commitment
  from line where month = :month and line_type = 'SavingsPlanCoveredUsage'
  group by account, region, operation, usage_type, started, ended, commitment`

/** What the commitments themselves cost: a little more than what of them is used. */
const commitments = `
  select payer, '', ${savingsPlan}, ${amazon('ComputeSavingsPlans', 'Savings Plans for AWS Compute usage')}, '',
    'ComputeSP:1yrNoUpfront', 'SavingsPlanRecurringFee', :start, :end, 1, ${amount(`sum(effective) * ${part(1.04)}`)}, null,
    ${savingsPlan}
  from line where month = :month and line_type = 'SavingsPlanCoveredUsage' group by payer
  union all
  select account, region, ${reservation}, ${ec2}, operation, replace(usage_type, 'BoxUsage', 'HeavyUsage'), 'RIFee', :start,
    :end, sum(quantity), ${amount(`sum(effective) * ${part(1.1)}`)}, null, ${reservation}
  from line where month = :month and line_type = 'DiscountedUsage' group by account, region, operation, usage_type`

const snapshots = `
  select account, region, 'arn:aws:ec2:' || region || ':' || account || ':snapshot/' || id, ${ec2}, 'CreateSnapshot',
    prefix || 'EBS:SnapshotUsage', 'Usage', :start, :end, held, ${amount(`held * ${part(snapshotPrice)}`)}, null, ''
  from (
    select snapshot.*, prefix, ${amount(`gigabytes * 0.4 * (epoch(:end) - epoch(greatest(started, :start)))
      / (epoch(:end) - epoch(:start))`)} as held
    from snapshot join region on region.name = snapshot.region where started < :end)`

/** What instances use besides themselves, and other services. */
const others = `
  select account, region, id, ${ec2}, 'RunInstances', prefix || 'DataTransfer-Out-Bytes', 'Usage', :start, :end,
    ${amount('sum(hours) * 0.031')}, ${amount('sum(hours) * 0.031 * 0.09')}, null, ''
  from usage group by account, region, id, prefix
  union all
  select account, region, 'vol-0' || substr(md5(id), 1, 16), ${ec2}, 'CreateVolume-Gp3', prefix || 'EBS:VolumeUsage.gp3',
    'Usage', :start, :end, ${amount('sum(hours) / 24')}, ${amount('sum(hours) / 24 * 0.088')}, null, ''
  from usage group by account, region, id, prefix
  union all
  select id, 'us-east-1', 'nordwind-' || id, ${amazon('AmazonS3', 'Amazon Simple Storage Service')}, 'StandardStorage',
    'TimedStorage-ByteHrs', 'Usage', :start, :end, 412.5, 9.4875, null, ''
  from account`

const seller = billedProducts[annual.code]

/** Contracts: one a month, for what runs nowhere in the organization. */
const contracts = `
  select payer, '', '', 'AWS Marketplace', '${contract.seller}', '${contract.code}', '${contract.title}', 'Contract',
    'Global-SoftwareUsage-Contracts', 'Fee', :start, :end, 1, ${contract.monthly}, null, ''
  from organization`

/** In the first of the months a product is bought for a year, and AWS gives a credit. */
const first = `
  select account, '', '', 'AWS Marketplace', '${seller?.seller}', '${annual.code}', '${seller?.title}', 'AnnualContract',
    'Global-SoftwareUsage-Annual', 'Fee', :start, :end, 1, ${annual.fee}, null, ''
  from buyer
  union all
  select payer, '', '', ${ec2}, '', '', 'Credit', :start, :end, 0, -250, null, '' from organization`

/** In the second some of the software is paid back. */
const second = `
  select account, '', '', 'AWS Marketplace', seller, product_code, product_name, 'Hourly', '', 'Refund', :start, :end, 0,
    -cast(round(sum(cost) * 0.25, 2) as decimal(18, 10)), null, ''
  from line where month = :month and entity = 'AWS Marketplace' and line_type = 'Usage' and cost > 0
  group by account, seller, product_code, product_name order by account, product_code limit 1`

/** By account, seller and product, in lines of their own (R14). */
const taxes = `
  select account, '', '', entity, seller, product_code, product_name, '', '', 'Tax', :start, :end, 1,
    cast(round(sum(cost) * 0.19, 2) as decimal(18, 10)), null, ''
  from line where month = :month group by account, entity, seller, product_code, product_name
  having round(sum(cost) * 0.19, 2) <> 0`

const everyMonth = [instances, software, negation, commitments, snapshots, others, contracts]
const onlyIn: readonly (readonly string[])[] = [[first], [second]]
