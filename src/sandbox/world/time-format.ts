/** `2026-03-01T09:30:00.000Z`, as CreationDate and DeprecationTime are written. */
export const withMilliseconds = (date: Date): string => date.toISOString()

/** `2026-03-01T09:30:00Z`, as LastLaunchedTime is written. */
export const withSeconds = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

/** EC2 keeps deprecation times to the nearest minute. */
export const toNearestMinute = (date: Date): Date => new Date(Math.round(date.getTime() / 60_000) * 60_000)
