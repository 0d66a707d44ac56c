/**
 * How a failed attempt to read a source is followed by another, by what kind of failure it was: `throttled` and
 * `transient` soon, `denied` seldom, because somebody has to change a role or policy first; `final` not at all, because
 * it would fail the same way: the next run tries again.
 */
export type RetryClass = 'throttled' | 'transient' | 'denied' | 'final'

const minute = 60_000

const delays: Record<Exclude<RetryClass, 'final'>, { first: number; most: number }> = {
  throttled: { first: minute / 4, most: 10 * minute },
  transient: { first: minute / 2, most: 30 * minute },
  denied: { first: 10 * minute, most: 360 * minute },
}

/**
 * Milliseconds until the next attempt after so many failures in a row (1 is the first); null: there is none. Doubles up to
 * a limit; a quarter of it is random, so that sources that failed together don't come back together.
 */
export function retryDelay(failure: RetryClass, failures: number, random: () => number = Math.random): number | null {
  if (failure === 'final') return null
  const { first, most } = delays[failure]
  const full = Math.min(most, first * 2 ** Math.max(0, failures - 1))
  return full * (0.75 + 0.25 * random())
}
