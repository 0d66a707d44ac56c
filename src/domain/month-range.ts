import { InvalidInput } from './invalid-input.ts'

/** Whole months as `2026-10`, both included. */
export type MonthRange = { readonly from: string; readonly to: string }

export const mostMonths = 36

/** The first days of the first and the last month; throws InvalidInput for what is no range or too long a one. */
export const monthsOf = ({ from, to }: MonthRange): MonthRange => {
  const months = numberOf(to) - numberOf(from) + 1
  if (months < 1) throw new InvalidInput(`The months end (${to}) before they begin (${from})`)
  if (months > mostMonths) throw new InvalidInput(`At most ${mostMonths} months can be asked for, these are ${months}`)
  return { from: `${from}-01`, to: `${to}-01` }
}

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
