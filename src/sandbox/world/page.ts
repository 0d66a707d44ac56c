/** The first `limit` items that are wanted, and, where more follow, the key to go on after. */
export const takePage = <T>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
  isWanted: (item: T) => boolean,
  limit: number | undefined,
): { items: T[]; lastKey: string | undefined } => {
  const page: T[] = []
  for (const item of items) {
    if (!isWanted(item)) continue
    const last = page.at(-1)
    if (page.length === limit && last !== undefined) return { items: page, lastKey: keyOf(last) }
    page.push(item)
  }
  return { items: page, lastKey: undefined }
}
