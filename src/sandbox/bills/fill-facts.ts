import type { World } from '../world/world.ts'
import { billedInstances } from './billed-instances.ts'
import type { BillingMonth } from './billing-months.ts'
import type { Engine } from './engine.ts'
import { annual, billedProducts, usagePrefix } from './prices.ts'

/** What a world's bills follow from, as DuckDB's tables. */
export const fillFacts = async (
  engine: Engine,
  world: World,
  months: readonly BillingMonth[],
  now: Date,
): Promise<void> => {
  const payer = world.organization.managementAccountId
  await engine.fill('organization', ['payer'], [[payer]])
  await engine.fill(
    'account',
    ['id'],
    [...world.accounts.keys()].map(id => [id]),
  )
  await engine.fill(
    'region',
    ['name', 'prefix'],
    [...world.regions.keys()].map(name => [name, usagePrefix(name)]),
  )
  const products = Object.entries(billedProducts).map(([code, { title, seller }]) => [code, title, seller])
  await engine.fill('product', ['code', 'title', 'seller'], products)
  await engine.fill('told_instance', instanceColumns, instances(world, months, now))
  await engine.fill('told_snapshot', ['account', 'region', 'id', 'gigabytes', 'started'], snapshots(world, now))
  await engine.run(`
    create table instance as select * replace (hourly::decimal(12, 6) as hourly, launched::timestamp as launched,
      software_hourly::decimal(12, 6) as software_hourly, ended::timestamp as ended) from told_instance;
    create table snapshot as
      select * replace (gigabytes::integer as gigabytes, started::timestamp as started) from told_snapshot;
    -- Who pays for a product by the year: one account, where anybody runs it
    create table buyer as select min(account) as account, '${annual.code}' as product_code from instance
      where product_code = '${annual.code}' and account in (select id from account) having count(*) > 0;
    drop table told_instance;
    drop table told_snapshot`)
}

const instanceColumns = [
  'account',
  'region',
  'id',
  'type',
  'operation',
  'product_code',
  'hourly',
  'software_hourly',
  'purchase',
  'launched',
  'ended',
]

const instances = (world: World, months: readonly BillingMonth[], now: Date) =>
  billedInstances(world, months, now).map(instance => [
    instance.accountId,
    instance.region,
    instance.instanceId,
    instance.instanceType,
    instance.operation,
    instance.productCode,
    instance.hourly,
    instance.softwareHourly,
    instance.purchase,
    timeOf(instance.launched),
    timeOf(instance.ended),
  ])

/** Storage is billed to who owns the snapshot (R15). */
function* snapshots(world: World, now: Date) {
  for (const region of world.regions.values()) {
    for (const { snapshotId, ownerId, facts } of region.snapshots.values()) {
      if (!world.accounts.has(ownerId)) continue
      yield [ownerId, region.name, snapshotId, facts.VolumeSize ?? 8, timeOf(facts.StartTime ?? now)]
    }
  }
}

/** As DuckDB reads a time in UTC. */
export const timeOf = (date: Date): string => date.toISOString().slice(0, 19)
