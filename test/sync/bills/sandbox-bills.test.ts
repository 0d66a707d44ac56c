/** The sandbox's own bills, through every way that bills can be read: each has to give the same answers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { departedAccountId } from '../../../src/sandbox/bills/billed-instances.ts'
import { renderings } from '../../../src/sandbox/bills/renderings.ts'
import { sandboxBillSource } from '../../support/bill-source.ts'
import { loadBillsFrom } from '../../support/load-bills.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../../support/synced-sandbox.ts'

let synced: SyncedSandbox
let bucket: string
let first: unknown
let software: unknown
const bornAt = new Date('2026-11-17T09:30:00Z')

beforeAll(async () => {
  synced = await createSyncedSandbox({
    size: { imagesPerAccountRegion: 6, instancesPerAccountRegion: 12, now: () => bornAt },
  })
  await synced.sync()
  bucket = synced.sandbox.bills?.bucket.name ?? ''
  expect(await load(`s3://${bucket}/cur2`)).toEqual({ changed: 3, failure: null })
  first = await answers()
  software = await softwareByTitle()
  // A whole sync, and three months of bills after it
}, 180_000)
afterAll(() => synced.close())

const rows = async (sql: string) => (await synced.pool.query(sql)).rows

/** Loads from there alone; nothing of what was loaded before is left. */
const load = async (from: string) => {
  await synced.pool.query(
    'truncate amigraph.bills, amigraph.costs, amigraph.billed_amounts, amigraph.unattributed_amounts cascade',
  )
  const source = sandboxBillSource(synced.sandbox, from)
  try {
    return await loadBillsFrom(synced.pool, source)
  } finally {
    source.close()
  }
}

const answers = async () => ({
  costs:
    await rows(`select month::text, account_id, region, image_id, image_owner_id, product_code, usage_operation, currency, reason,
      trim_scale(sum(software_cost)) as software, trim_scale(sum(infrastructure_cost)) as infrastructure,
      trim_scale(sum(effective_infrastructure_cost)) as effective, trim_scale(sum(snapshot_cost)) as snapshots,
      trim_scale(sum(tax)) as tax, trim_scale(sum(credit)) as credit, trim_scale(sum(refund)) as refund,
      trim_scale(sum(fee)) as fee, trim_scale(sum(savings_plan_negation)) as negation,
      trim_scale(sum(other_cost)) as other, trim_scale(sum(total_cost)) as total, trim_scale(sum(instance_hours)) as hours
    from amigraph.costs group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(abs(total_cost)) <> 0 or sum(instance_hours) <> 0
    order by 1, 2, 3, 4, 5, 6, 7, 8, 9`),
  billed: await rows(`select month::text, payer_account_id, account_id, currency, trim_scale(billed) as billed,
      trim_scale(attributed) as attributed, trim_scale(unattributed) as unattributed
    from amigraph.billed_amounts order by 1, 2, 3`),
  titles: await rows('select distinct product_code, title from amigraph.product_titles order by 1, 2'),
})

const softwareByTitle = () =>
  rows(`select to_char(month, 'YYYY-MM') as month, account_id, title as product, trim_scale(sum(software_cost)) as cost
    from amigraph.costs join (select distinct product_code, title from amigraph.product_titles) t using (product_code)
    where software_cost <> 0 group by 1, 2, 3 order by 1, 2, 3`)

/** Straight from the lines that every export is made of: no code of amigraph's in between. */
const oracle = async () => {
  const made = await synced.sandbox.bills?.lines()
  const { rows: sums = [] } =
    (await made?.engine.query(
      'select month, account, sum(cost) from line group by 1, 2 having count(*) > 0 order by 1, 2',
    )) ?? {}
  return sums.map(([month, account, cost]) => `${month} ${account} ${Number(cost)}`)
}

const told = async () =>
  (
    await rows(`select to_char(month, 'YYYY-MM') as month, account_id, billed from amigraph.billed_amounts
    where billed = attributed + unattributed order by 1, 2`)
  ).map(({ month, account_id, billed }) => `${month} ${account_id} ${Number(billed)}`)

describe('one bill', () => {
  it('has every sort of line, and adds up to its lines', async () => {
    expect(await told()).toEqual(await oracle())
    const [sorts] =
      await rows(`select count(distinct month)::int as months, bool_or(software_cost > 0 and image_id <> '') as software,
        bool_or(infrastructure_cost > 0 and image_id <> '') as infrastructure, bool_or(snapshot_cost > 0 and image_id <> '') as snapshots,
        bool_or(tax <> 0) as tax, bool_or(credit < 0) as credit, bool_or(refund < 0) as refund, bool_or(fee > 0) as fee,
        bool_or(savings_plan_negation < 0) as negation, bool_or(effective_infrastructure_cost < infrastructure_cost) as plans,
        bool_or(effective_infrastructure_cost > infrastructure_cost) as reservations,
        bool_or(usage_operation like '%:SV%') as spot, bool_or(reason = 'NO_INSTANCE_SEEN') as brief
      from amigraph.costs`)
    expect(sorts).toEqual({
      months: 3,
      ...Object.fromEntries(
        Object.keys(sorts)
          .slice(1)
          .map(name => [name, true]),
      ),
    })
    const departed = await rows(`select month::text from amigraph.billed_amounts
      where account_id = '${departedAccountId(synced.world)}' order by 1`)
    expect(departed.map(({ month }) => month)).toEqual(['2026-09-01', '2026-10-01'])
    const whole = { missing_columns: [], limitations: [] }
    expect(
      await rows('select month::text, is_final, missing_columns, limitations from amigraph.bills order by 1'),
    ).toEqual([
      { month: '2026-09-01', is_final: true, ...whole },
      { month: '2026-10-01', is_final: true, ...whole },
      { month: '2026-11-01', is_final: false, ...whole },
    ])
  })

  it('is of what runs: no usage operation differs but the one that was made to, and none of Spot’s (R16)', async () => {
    expect(
      await rows(`select distinct image_operation, instance_operation, billed_operation, kinds
        from amigraph.usage_operation_drifts`),
    ).toEqual([
      {
        ...{ image_operation: 'RunInstances:0002', instance_operation: 'RunInstances:0800' },
        ...{ billed_operation: 'RunInstances:0800', kinds: ['WINDOWS_LICENSE'] },
      },
    ])
  })

  it.each([
    ...renderings.map(({ name }) => name).filter(name => name !== 'cur2'),
    'athena://nordwind_bills.cur2?workgroup=amigraph&region=eu-west-1',
    'athena://nordwind_bills.focus_1_2?region=eu-west-1',
  ])('gives the same answers in every rendering, and by way of Athena: %s', async place => {
    expect((await load(place.includes(':') ? place : `s3://${bucket}/${place}`)).failure).toBeNull()
    expect(await answers()).toEqual(first)
  })

  it('adds up in Cost Explorer as well, by product and not by image', async () => {
    expect((await load('cost-explorer:?months=3')).failure).toBeNull()
    expect(await told()).toEqual(await oracle())
    expect(await softwareByTitle()).toEqual(software)
    expect(await rows(`select distinct kind, limitations from amigraph.bills`)).toEqual([
      { kind: 'COST_EXPLORER', limitations: ['NO_PRODUCT_CODES', 'NO_RESOURCE_IDS', 'NO_USAGE_AMOUNT'] },
    ])
    expect(await rows(`select 1 from amigraph.costs where image_id <> '' or reason = ''`)).toEqual([])
  })
})
