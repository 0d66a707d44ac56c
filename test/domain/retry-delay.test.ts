import { expect, it } from 'vitest'
import { type RetryClass, retryDelay } from '../../src/domain/retry-delay.ts'

const second = 1000
const minute = 60 * second

it.each<[RetryClass, failures: number, longest: number | null]>([
  ['throttled', 1, 15 * second],
  ['throttled', 2, 30 * second],
  ['throttled', 20, 10 * minute],
  ['transient', 1, 30 * second],
  ['transient', 4, 4 * minute],
  ['transient', 20, 30 * minute],
  ['denied', 1, 10 * minute],
  ['denied', 20, 6 * 60 * minute],
  ['final', 1, null],
])('%s, %i in a row', (failure, failures, longest) => {
  expect(retryDelay(failure, failures, () => 1)).toBe(longest)
  expect(retryDelay(failure, failures, () => 0)).toBe(longest === null ? null : longest * 0.75)
})
