export type BackOff = {
  /** The longest first delay, in milliseconds */
  readonly first: number
  /** No delay is longer */
  readonly most: number
}

/**
 * How long to wait before attempt `attempt + 1` (0 is the first): doubles up to a limit, half of it random, so that
 * many processes that lost the same server don't all come back in the same instant.
 */
export const backOffDelay = (attempt: number, { first, most }: BackOff, random: () => number = Math.random): number => {
  const full = Math.min(most, first * 2 ** attempt)
  return full / 2 + (full / 2) * random()
}
