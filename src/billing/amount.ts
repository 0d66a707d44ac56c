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
  const text = type === 'text' ? `nullif(${sql}, '')` : `cast(${sql} as varchar)`
  const isTiny =
    type === 'text' ? `(length(${sql}) > 24 or contains(lower(${sql}), 'e'))` : `(abs(${sql}) < 1e-6 and ${sql} <> 0)`
  return [
    `coalesce(sum(case when ${isTiny} then 0 else cast(${text} as ${wide}) end), 0)`,
    `coalesce(sum(case when ${isTiny} then cast(${text} as ${fine}) end), 0)`,
  ]
}
