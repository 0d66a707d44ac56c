/**
 * A pattern of EC2's: `*` is any text, `?` any one character, a backslash takes the next character literally. Letter
 * case counts.
 */
export const matchesWildcard = (pattern: string): ((text: string) => boolean) => {
  if (!/[*?\\]/.test(pattern)) return text => text === pattern
  const source = pattern.replace(/\\(.)|[\s\S]/gu, (part, escaped: string | undefined) => {
    if (escaped !== undefined) return literally(escaped)
    if (part === '*') return '[\\s\\S]*'
    if (part === '?') return '[\\s\\S]'
    return literally(part)
  })
  const expression = new RegExp(`^${source}$`, 'u')
  return text => expression.test(text)
}

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Whether a filter value can match anything but itself. */
export const hasWildcard = (pattern: string): boolean => /[*?\\]/.test(pattern)
