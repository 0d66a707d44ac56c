import { expect, it } from 'vitest'
import { CostBudget } from '../../../src/graphql/limits/cost-budget.ts'

it('is spent, and comes back evenly', () => {
  let now = 0
  const budget = new CostBudget(600, () => now)
  expect(budget.spend('a', 500)).toMatchObject({ remaining: 100, waitSeconds: 0 })
  // 400 more points take 40 s.
  expect(budget.spend('a', 500)).toMatchObject({ remaining: 100, waitSeconds: 40 })
  now += 39_000
  expect(budget.spend('a', 500)).toMatchObject({ remaining: 490, waitSeconds: 1 })
  now += 1000
  expect(budget.spend('a', 500)).toMatchObject({ remaining: 0, waitSeconds: 0 })
  now += 3_600_000
  expect(budget.spend('a', 0).remaining).toBe(600)
})

it("is each caller's own", () => {
  const budget = new CostBudget(10, () => 0)
  budget.spend('a', 10)
  expect(budget.spend('a', 1).waitSeconds).toBeGreaterThan(0)
  expect(budget.spend('b', 10).waitSeconds).toBe(0)
})

it('says when it is whole again', () => {
  const budget = new CostBudget(600, () => 0)
  const { resetAt } = budget.spend('a', 300)
  expect(resetAt.getTime() - Date.now()).toBeGreaterThan(29_000)
  expect(resetAt.getTime() - Date.now()).toBeLessThanOrEqual(30_000)
})

it('forgets who was not seen for longest when there are too many', () => {
  const budget = new CostBudget(10, () => 0)
  budget.spend('first', 10)
  for (let i = 0; i < 10_000; i += 1) budget.spend(`caller ${i}`, 1)
  expect(budget.spend('first', 10).waitSeconds).toBe(0)
  expect(budget.spend('caller 9999', 10).waitSeconds).toBeGreaterThan(0)
})
