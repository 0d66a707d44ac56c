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
const noTiny = `cast(0 as ${fine})`

/** The sums of an amount over a group: two columns that are added up later. */
export const sumsOf = ({ sql, type }: Amount): readonly [sum: string, tiny: string] => {
  if (type === 'decimal') return [`coalesce(sum(cast(${sql} as ${wide})), 0)`, noTiny]
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
 * Whether a number is a decimal with ten places or fewer, as nearly every one is: a quotient of two whole numbers below
 * 2^53 is the number nearest to it, so that the comparison finds out, and a decimal of 15 digits or fewer is the shortest
 * that there is.
 */
const isShort = (sql: string) => `(abs(${sql}) < 1e5 and round(${sql} * 1e10) / 1e10 = ${sql})`

/** The sum of whole numbers of the tenth place. */
const sumOfTenths = (whole: string) =>
  `coalesce(cast(cast(sum(${whole}) as decimal(27, 0)) * cast('0.0000000001' as decimal(11, 10)) as ${wide}), 0)`

/** Numbers with more places, written out: that takes twenty times as long. */
const sumsOfLong = (sql: string): readonly [string, string] => {
  const text = `cast(${sql} as varchar)`
  return [
    `coalesce(sum(case when not ${isShort(sql)} and abs(${sql}) >= 1e-6 then cast(${text} as ${wide}) end), 0)`,
    `coalesce(sum(case when not ${isShort(sql)} and abs(${sql}) < 1e-6 then cast(${text} as ${fine}) end), 0)`,
  ]
}

const sumsOfNumbers = (sql: string): readonly [string, string] => {
  const [long, tiny] = sumsOfLong(sql)
  return [`${sumOfTenths(`case when ${isShort(sql)} then ${tenths(sql)} end`)} + ${long}`, tiny]
}

const tenths = (sql: string, cast = 'cast') => `${cast}(round(${sql} * 1e10) as bigint)`

/**
 * The sums of amounts whose numbers are taken for decimals with ten places, whether they are or not: DuckDB adds them up
 * in two thirds of the time. Where `areShort` is false, `remaindersOf` are what is missing.
 */
export const roundedSumsOf = ({ sql, type }: Amount): readonly [sum: string, tiny: string] =>
  type === 'double' ? [sumOfTenths(tenths(sql, 'try_cast')), noTiny] : sumsOf({ sql, type })

/** What `roundedSumsOf` are short of the sums. */
export const remaindersOf = ({ sql, type }: Amount): readonly [sum: string, tiny: string] => {
  if (type !== 'double') return ['0', noTiny]
  const [long, tiny] = sumsOfLong(sql)
  return [`${long} - ${sumOfTenths(`case when not ${isShort(sql)} then ${tenths(sql, 'try_cast')} end`)}`, tiny]
}

/** Whether none of the amounts of a line has more than ten places. */
export const areShort = (amounts: readonly Amount[]): string =>
  amounts
    .flatMap(({ sql, type }) => (type === 'double' ? [`(${sql} is null or ${isShort(sql)})`] : []))
    .join(' and ') || 'true'
