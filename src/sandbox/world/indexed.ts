import { OrderedIndex } from './ordered-index.ts'

/** The index under a key, made when it is first needed. */
export const indexFor = <T>(
  indexes: Map<string, OrderedIndex<T>>,
  key: string,
  keyOf: (item: T) => string,
): OrderedIndex<T> => {
  const known = indexes.get(key)
  if (known !== undefined) return known
  const made = new OrderedIndex(keyOf)
  indexes.set(key, made)
  return made
}
