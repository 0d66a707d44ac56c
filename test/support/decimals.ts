const scale = 36

/** A decimal text, with an exponent or without, as a whole number of 36th decimals: sums of those are exact. */
export const exact = (text: string): bigint => {
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] =
    /^(-?)(\d*)(?:\.(\d+))?(?:e([+-]\d+))?$/i.exec(text) ?? []
  const digits = BigInt(`${whole}${fraction}` || '0')
  const shift = scale - fraction.length + Number(exponent)
  if (shift < 0) throw new Error(`${text} has more than ${scale} decimals`)
  return BigInt(`${sign}1`) * digits * 10n ** BigInt(shift)
}

/** What a number is in Parquet: its shortest decimal. */
export const asStored = (text: string): string => String(Number(text))
