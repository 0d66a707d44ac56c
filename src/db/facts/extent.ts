/**
 * Which of a source's things a read tells of, by ID: a listing tells of all but those that were read by name since it
 * began; a read by name of those alone that it named. What is not among them is neither written nor deleted.
 */
export type Extent = {
  /** null: all */
  readonly only: readonly string[] | null
  readonly except: readonly string[]
}

export const everything: Extent = { only: null, except: [] }

/** SQL: whether a column names one of these. Its two parameters are numbered from `first` on, see `extentValues`. */
export function within(column: string, first: number): string {
  return `($${first}::text[] is null or ${column} = any($${first})) and ${column} <> all($${first + 1}::text[])`
}

export function extentValues({ only, except }: Extent): unknown[] {
  return [only, except]
}

/** The same of an ID at hand. */
export function isWithin({ only, except }: Extent): (id: string) => boolean {
  const named = only === null ? null : new Set(only)
  const left = new Set(except)
  return id => (named === null || named.has(id)) && !left.has(id)
}
