import { expect, it } from 'vitest'
import { type KnownAnswer, toBeAsked } from '../../src/domain/known-answer.ts'
import { isDueAgain } from '../../src/domain/spread.ts'

const minute = 60_000
const day = 24 * 60 * minute
const start = Date.UTC(2026, 10, 1)
const spreading = { maxAge: day, interval: 15 * minute }

const known = (id: string, more: Partial<KnownAnswer> = {}): KnownAnswer => ({
  id,
  observedAt: new Date(start),
  failed: false,
  doubtful: false,
  ...more,
})

it('asks for what may have changed first, then for what has no answer, then for the oldest whose turn it is', () => {
  const asked = toBeAsked(
    [
      known('old', { observedAt: new Date(start - 3 * day) }),
      known('older', { observedAt: new Date(start - 4 * day) }),
      known('never', { observedAt: null, doubtful: true }),
      known('failed', { failed: true }),
      known('fresh'),
      known('doubtful', { doubtful: true }),
    ],
    new Date(start),
    spreading,
  )
  expect(asked.map(({ id }) => id)).toEqual(['doubtful', 'never', 'failed', 'older', 'old'])
})

it('asks for everything every time where nothing may get old', () => {
  expect(toBeAsked([known('fresh')], new Date(start), { maxAge: 0, interval: 0 })).toHaveLength(1)
})

it('spreads what was read at once evenly over the day: none gets older, each is read once a period', () => {
  const read = new Map(Array.from({ length: 1_200 }, (_, i) => [`ami-${i}`, start]))
  const callsOf: number[] = []
  for (let now = start + spreading.interval; now <= start + 3 * day; now += spreading.interval) {
    const due = [...read].filter(([id, at]) => isDueAgain(id, new Date(at), new Date(now), spreading))
    callsOf.push(due.length)
    for (const [id] of due) read.set(id, now)
    expect(Math.max(...[...read.values()].map(at => now - at))).toBeLessThanOrEqual(day - spreading.interval)
  }
  const evenShare = 1_200 / (day / spreading.interval - 1)
  expect(Math.max(...callsOf)).toBeLessThan(evenShare * 2.2)
  const total = callsOf.reduce((sum, calls) => sum + calls, 0)
  expect(total / 1_200).toBeLessThan(3.1)
})
