const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }
const longestDays = 366

/** The milliseconds of `30m`, `12h` or `90d`; undefined for another form, for nothing, and for more than a year. */
export const parseDuration = (text: string): number | undefined => {
  const [, count = '', unit = ''] = /^(\d{1,6})([mhd])$/.exec(text) ?? []
  const duration = Number(count) * (unitMs[unit] ?? 0)
  return duration > 0 && duration <= longestDays * 86_400_000 ? duration : undefined
}
