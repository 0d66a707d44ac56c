/** The month that a time lies in, as `2026-10`, and those before it; the latest first. */
export const monthsBack = (now: Date, count: number): string[] =>
  Array.from({ length: count }, (_, ago) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)).toISOString().slice(0, 7),
  )

/** The earliest of them. */
export const firstMonth = (now: Date, count: number): string => monthsBack(now, count).at(-1) ?? ''
