/** What has to be written so that what is known equals what was collected. */
export type Diff<Fact> = {
  /** New facts and changed ones, ordered by key: writers of the same rows then lock them in the same order */
  toUpsert: Fact[]
  /** Keys that are known and were not collected */
  toDelete: string[]
}

/**
 * Compares by content hash, within one source: keys that another source wrote are not among `known`, and so cannot be
 * touched. Of two collected facts with one key the later wins: it was on the later page.
 */
export function diffFacts<Fact extends { contentHash: string }>(
  known: ReadonlyMap<string, string>,
  collected: ReadonlyMap<string, Fact>,
): Diff<Fact> {
  const toUpsert = [...collected]
    .filter(([key, fact]) => known.get(key) !== fact.contentHash)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, fact]) => fact)
  const toDelete = [...known.keys()].filter(key => !collected.has(key)).sort()
  return { toUpsert, toDelete }
}
