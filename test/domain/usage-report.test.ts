import { expect, it } from 'vitest'
import { planUsage, type UsageReport } from '../../src/domain/usage-report.ts'

// EC2 User Guide, "View your AMI usage": a report is made of one image, takes hours, lacks the last day, and is deleted
// after 30 days. API Reference, ImageUsageReport: available | pending | error.

const now = new Date('2026-06-20T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
/** No image's moment in the period matters: each is due once the whole time is over */
const spreading = { maxAge: 7 * 86_400_000, interval: 7 * 86_400_000 }
const report = (age: number, more: Partial<UsageReport> = {}): UsageReport => ({
  reportId: `amiur-${age}`,
  imageId: 'ami-1',
  state: 'AVAILABLE',
  createdAt: daysAgo(age),
  reason: null,
  isWhole: true,
  ...more,
})
const pending = { state: 'PENDING' } as const
const error = { state: 'ERROR', reason: 'Internal failure' } as const

type Known = { observed?: number; opened?: number }

it.each<[string, UsageReport[], Known, { read: string | null; due: boolean }]>([
  ['none yet', [], {}, { read: null, due: true }],
  ['under way', [report(0.1, pending)], {}, { read: null, due: false }],
  ['finished', [report(0.2)], {}, { read: 'amiur-0.2', due: false }],
  ['read already', [report(0.2)], { observed: 0.2 }, { read: null, due: false }],
  ['too old', [report(9)], { observed: 9 }, { read: null, due: true }],
  ['too old, and never read', [report(9)], {}, { read: 'amiur-9', due: true }],
  ['the next one under way', [report(9), report(0.1, pending)], { observed: 9 }, { read: null, due: false }],
  ['the next one finished', [report(0.2), report(9)], { observed: 9 }, { read: 'amiur-0.2', due: false }],
  ['failed just now', [report(0.5, error)], {}, { read: null, due: false }],
  ['failed a day ago', [report(1.1, error)], {}, { read: null, due: true }],
  ['failed, after one that did not', [report(3), report(1.1, error)], {}, { read: 'amiur-3', due: true }],
  ['under way for more than a day', [report(1.5, pending)], {}, { read: null, due: true }],
  ['shared with somebody since', [report(0.5)], { observed: 0.5, opened: 0.3 }, { read: null, due: true }],
  ['shared since, and under way', [report(0.5, pending)], { opened: 0.3 }, { read: null, due: false }],
  ['of some accounts only', [report(0.2, { isWhole: false })], {}, { read: null, due: true }],
])('%s', (_, reports, { observed, opened = 100 }, expected) => {
  const image = {
    imageId: 'ami-1',
    observedAt: observed === undefined ? null : daysAgo(observed),
    openedAt: daysAgo(opened),
  }
  const plan = planUsage(image, reports, now, spreading)
  expect({ read: plan.toRead?.reportId ?? null, due: plan.isDue }).toEqual(expected)
})

it('asked for by somebody, another one is made once the last is a day old', () => {
  const image = { imageId: 'ami-1', observedAt: null, openedAt: daysAgo(100) }
  const asked = { ...spreading, maxAge: 0, interval: 0 }
  expect(planUsage(image, [report(0.9)], now, asked).isDue).toBe(false)
  expect(planUsage(image, [report(1.1)], now, asked).isDue).toBe(true)
})

it('spreads what was begun together over the time', () => {
  const due = (age: number) =>
    Array.from({ length: 400 }, (_, n) => ({ imageId: `ami-${n}`, observedAt: daysAgo(age), openedAt: daysAgo(100) }))
      .map(image =>
        planUsage(image, [report(age, { imageId: image.imageId })], now, { ...spreading, interval: 3_600_000 }),
      )
      .filter(({ isDue }) => isDue).length
  expect(due(7)).toBe(400)
  expect(due(3.5)).toBeGreaterThan(130)
  expect(due(3.5)).toBeLessThan(270)
  expect(due(0.9)).toBe(0)
})
