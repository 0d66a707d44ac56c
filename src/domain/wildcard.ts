/** A pattern of an IAM policy (`*`, `?`) as a regular expression over the whole text. */
export const wildcard = (pattern: string, flags = ''): RegExp =>
  new RegExp(
    `^${pattern.replace(/[.*+?^${}()|[\]\\]/g, sign => (sign === '*' ? '.*' : sign === '?' ? '.' : `\\${sign}`))}$`,
    `s${flags}`,
  )

/** The same pattern for SQL's LIKE; without wildcards where the operator compares whole texts. */
export const likeOf = (pattern: string, hasWildcards: boolean): string =>
  pattern.replace(/[%_\\*?]/g, sign =>
    sign === '*' ? (hasWildcards ? '%' : '*') : sign === '?' ? (hasWildcards ? '_' : '?') : `\\${sign}`,
  )

/** A pattern of SQL's LIKE as a regular expression over the whole text. */
export const like = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern.replace(/\\(.)|[%_.*+?^${}()|[\]]/gs, (found, escaped?: string) =>
      escaped !== undefined ? `\\${escaped}` : found === '%' ? '.*' : found === '_' ? '.' : `\\${found}`,
    )}$`,
    'su',
  )
