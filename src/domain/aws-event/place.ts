import type { Place } from '../source.ts'

/** Null where these are, by their form, no account ID and no Region. */
export function readPlace(accountId: unknown, region: unknown): Place | null {
  if (typeof accountId !== 'string' || !/^\d{12}$/.test(accountId)) return null
  if (typeof region !== 'string' || !/^[a-z]{2,5}(-[a-z]+){1,3}-\d{1,2}$/.test(region)) return null
  return { accountId, region }
}
