/**
 * Sums without rounding. AWS writes amounts to Parquet as floating point numbers: what is meant is the shortest decimal
 * that reads as the same number, so that is what is added up. A number has 17 digits at most; from 0.000001 on these end
 * before the 24th decimal. Smaller ones are added up apart, to 36 decimals.
 */

/** A column or expression of an export, and its type there. */
export type Amount = { readonly sql: string; readonly type: AmountType }

export type AmountType = 'text' | 'double' | 'decimal'

/** The type by DuckDB's name for it; null where it holds no numbers. */
export const amountTypeOf = (type: string): AmountType | null => {
  if (type === 'VARCHAR') return 'text'
  if (type === 'DOUBLE' || type === 'FLOAT') return 'double'
  return /^DECIMAL|INT/.test(type) ? 'decimal' : null
}

const wide = 'decimal(38, 24)'
const fine = 'decimal(38, 36)'

/** The sums of an amount over a group: two columns that are added up later. */
export const sumsOf = ({ sql, type }: Amount): readonly [sum: string, tiny: string] => {
  if (type === 'decimal') return [`coalesce(sum(cast(${sql} as ${wide})), 0)`, '0']
  return type === 'text' ? sumsOfTexts(sql) : sumsOfNumbers(sql)
}

/** Long ones, and those with an exponent, are added up apart. */
const sumsOfTexts = (sql: string): readonly [string, string] => {
  const isLong = `(length(${sql}) > 24 or strpos(lower(${sql}), 'e') > 0)`
  const text = `nullif(${sql}, '')`
  return [
    `coalesce(sum(case when ${isLong} then 0 else cast(${text} as ${wide}) end), 0)`,
    `coalesce(sum(case when ${isLong} then cast(${text} as ${fine}) end), 0)`,
  ]
}

/**
 * Nearly every number is a decimal with ten places or fewer, and is added up as a whole number of those: a quotient of two
 * whole numbers below 2^53 is the number nearest to it, so that the comparison finds out, and a decimal of 15 digits or
 * fewer is the shortest that there is. The others are written out, which takes twenty times as long.
 */
const sumsOfNumbers = (sql: string): readonly [string, string] => {
  const isShort = `(abs(${sql}) < 1e5 and round(${sql} * 1e10) / 1e10 = ${sql})`
  const text = `cast(${sql} as varchar)`
  const short = `sum(case when ${isShort} then cast(round(${sql} * 1e10) as bigint) end)`
  return [
    `coalesce(cast(cast(${short} as decimal(27, 0)) * cast('0.0000000001' as decimal(11, 10)) as ${wide}), 0)
      + coalesce(sum(case when not ${isShort} and abs(${sql}) >= 1e-6 then cast(${text} as ${wide}) end), 0)`,
    `coalesce(sum(case when not ${isShort} and abs(${sql}) < 1e-6 then cast(${text} as ${fine}) end), 0)`,
  ]
}
