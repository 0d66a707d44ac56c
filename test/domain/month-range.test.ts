import { expect, it } from 'vitest'
import { monthsOf } from '../../src/domain/month-range.ts'

it.each([
  ['2026-01', '2026-01', ['2026-01-01', '2026-01-01']],
  ['2024-01', '2026-12', ['2024-01-01', '2026-12-01']],
  ['2025-12', '2026-01', ['2025-12-01', '2026-01-01']],
])('takes %s to %s', (from, to, [first, last]) => {
  expect(monthsOf({ from, to })).toEqual({ from: first, to: last })
})

it.each([
  ['2026-02', '2026-01', 'before they begin'],
  ['2024-01', '2027-01', 'At most 36 months'],
])('refuses %s to %s', (from, to, message) => {
  expect(() => monthsOf({ from, to })).toThrow(message)
})
