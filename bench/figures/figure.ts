/** A measured value beside its goal; FIGURES and units are the same for every benchmark. */
export type Figure = {
  readonly key: string
  /** In the unit of the goal; null where it could not be measured */
  readonly value: number | null
  readonly unit: string
  readonly goal: string
  readonly holds: boolean | null
  /** Why there is no value */
  readonly reason?: string
  readonly detail?: Readonly<Record<string, unknown>>
}

export type Goal = { readonly unit: string; readonly goal: `${'<=' | '>=' | '='} ${number}` }

/** What a measure found out: a value, or why there is none. */
export type Measured = {
  readonly value: number | null
  readonly reason?: string
  readonly detail?: Readonly<Record<string, unknown>>
}

export const notMeasured = (reason: string, detail?: Measured['detail']): Measured => ({
  value: null,
  reason,
  ...(detail && { detail }),
})

export const figure = (key: string, { unit, goal }: Goal, { value, reason, detail }: Measured): Figure => ({
  key,
  value: value === null ? null : Number(value.toPrecision(4)),
  unit,
  goal,
  // What was measured counts, not what is printed.
  holds: value === null ? null : holds(value, goal),
  ...(reason !== undefined && { reason }),
  ...(detail !== undefined && { detail }),
})

const holds = (value: number, goal: Goal['goal']): boolean => {
  const [operator, limit] = goal.split(' ')
  if (operator === '<=') return value <= Number(limit)
  if (operator === '>=') return value >= Number(limit)
  return value === Number(limit)
}
