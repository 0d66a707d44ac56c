import { settings } from '../../../src/config/settings.ts'

/**
 * Settings that switch this API's cache of answers off: what is measured as uncached has to come from the database.
 * Whether they did is not taken for granted: see record-limits.ts.
 */
export const withoutAnswerCache: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(settings)
    .filter(name => /CACHE/.test(name))
    .map(name => [name, '0']),
)
