import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../../src/sandbox/world/random.ts'
import { emptyBills, expectExactParts, expectToAddUp } from '../../support/adds-up.ts'
import { randomBill, renderings, writeBill } from '../../support/bills.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { asStored } from '../../support/decimals.ts'
import { loadBillsFrom, seedSeen } from '../../support/load-bills.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('attributed and unattributed are the whole bill, exactly', () => {
  it.each(Array.from({ length: 20 }, (_, i) => i))('of random bills, batch %i', async batch => {
    for (let seed = batch * 10; seed < batch * 10 + 10; seed += 1) {
      await emptyBills(database.pool)
      const bill = randomBill(createRandom(seed))
      const folder = temporaryFolder()
      await seedSeen(database.pool, bill)
      await writeBill(folder, bill, 'CUR 2.0 Parquet')
      expect(await loadBillsFrom(database.pool, folder)).toEqual({ changed: 1, failure: null })
      await expectToAddUp(database.pool, bill)
    }
  })

  it.each(renderings)('whatever the export is: %s', async rendering => {
    await emptyBills(database.pool)
    const bill = randomBill(createRandom(4242), { lines: 200 })
    const folder = temporaryFolder()
    await seedSeen(database.pool, bill)
    await writeBill(folder, bill, rendering)
    expect(await loadBillsFrom(database.pool, folder)).toEqual({ changed: 1, failure: null })
    const stored = rendering.includes('CSV') || rendering.includes('zip') || rendering === 'FOCUS 1.2'
    if (!stored) await expectToAddUp(database.pool, bill)
    await expectExactParts(database.pool)
  })
})

it('the same bill gives the same answers in every rendering', async () => {
  const bill = randomBill(createRandom(77), { lines: 300 })
  // What a text says and what a number says differ beyond 17 digits: nobody's bill has those.
  for (const line of bill.lines) Object.assign(line, { cost: asStored(line.cost), effective: asStored(line.effective) })
  const answers: unknown[] = []
  for (const rendering of renderings) {
    await emptyBills(database.pool)
    const folder = temporaryFolder()
    await seedSeen(database.pool, bill)
    await writeBill(folder, bill, rendering)
    expect((await loadBillsFrom(database.pool, folder)).failure, rendering).toBeNull()
    const { rows } = await database.pool.query(
      `select account_id, region, image_id, image_owner_id, product_code, usage_operation, currency, reason,
         trim_scale(sum(software_cost)) as software, trim_scale(sum(infrastructure_cost)) as infrastructure,
         trim_scale(sum(effective_infrastructure_cost)) as effective, trim_scale(sum(snapshot_cost)) as snapshot,
         trim_scale(sum(tax)) as tax, trim_scale(sum(credit)) as credit, trim_scale(sum(refund)) as refund,
         trim_scale(sum(fee)) as fee, trim_scale(sum(other_cost)) as other, trim_scale(sum(total_cost)) as total,
         trim_scale(sum(instance_hours)) as hours
       from amigraph.costs where reason <> 'SAVINGS_PLAN' group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8`,
    )
    const { rows: accounts } = await database.pool.query(
      `select account_id, currency, trim_scale(billed) as billed, trim_scale(attributed) as attributed,
         trim_scale(unattributed) as unattributed from amigraph.billed_amounts order by 1, 2`,
    )
    answers.push({ rows, accounts })
  }
  for (const [i, answer] of answers.entries()) expect(answer, renderings[i]).toEqual(answers[0])
})
