/** A reproducible source of numbers: the same seed gives the same world on every machine. */
export type Random = {
  /** 32 random bits */
  bits: () => number
  /** 0 <= n < 1 */
  unit: () => number
  /** A whole number, 0 <= n < limit */
  below: (limit: number) => number
  pick: <T>(values: readonly T[]) => T
  /** True with the given probability */
  chance: (probability: number) => boolean
}

/** Mulberry32: one 32-bit state word, enough variety for identifiers and draws; nothing here is secret. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const bits = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const unit = () => bits() / 2 ** 32
  const below = (limit: number) => Math.floor(unit() * limit)
  return {
    bits,
    unit,
    below,
    chance: probability => unit() < probability,
    pick: values => {
      if (values.length === 0) throw new RangeError('Nothing to pick from')
      return values[below(values.length)] as (typeof values)[number]
    },
  }
}
