/**
 * Items in the order of a key, for keyset paging: a page starts after a key, so it stays right while items come and go
 * between pages. Adding is cheap in bulk: order is only made when it is next read.
 */
export class OrderedIndex<T> {
  readonly #keyOf: (item: T) => string
  #items: T[] = []
  #ordered = true

  constructor(keyOf: (item: T) => string) {
    this.#keyOf = keyOf
  }

  get size(): number {
    return this.#items.length
  }

  /** The caller makes sure that the key is not in the index yet. */
  add(item: T): void {
    const last = this.#items.at(-1)
    if (last !== undefined && this.#keyOf(last) > this.#keyOf(item)) this.#ordered = false
    this.#items.push(item)
  }

  get(key: string): T | undefined {
    const item = this.#order()[this.#lowerBound(key)]
    return item !== undefined && this.#keyOf(item) === key ? item : undefined
  }

  delete(key: string): boolean {
    const items = this.#order()
    const position = this.#lowerBound(key)
    const item = items[position]
    if (item === undefined || this.#keyOf(item) !== key) return false
    items.splice(position, 1)
    return true
  }

  /** Every item whose key is greater than `key`, in order; all of them without a key. */
  *after(key?: string): Generator<T> {
    const items = this.#order()
    let position = key === undefined ? 0 : this.#lowerBound(key)
    const first = items[position]
    if (key !== undefined && first !== undefined && this.#keyOf(first) === key) position += 1
    for (; position < items.length; position++) yield items[position] as T
  }

  keyOf(item: T): string {
    return this.#keyOf(item)
  }

  #order(): T[] {
    if (!this.#ordered) {
      this.#items.sort((a, b) => (this.#keyOf(a) < this.#keyOf(b) ? -1 : 1))
      this.#ordered = true
    }
    return this.#items
  }

  #lowerBound(key: string): number {
    let low = 0
    let high = this.#items.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#keyOf(this.#items[middle] as T) < key) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The union of several indexes in key order, each item once. */
export function* unionAfter<T>(indexes: readonly OrderedIndex<T>[], key?: string): Generator<T> {
  const first = indexes[0]
  if (first === undefined) return
  if (indexes.length === 1) {
    yield* first.after(key)
    return
  }
  const heads = indexes.map(index => index.after(key)).map(source => ({ source, next: source.next() }))
  for (;;) {
    let smallest: T | undefined
    let smallestKey = ''
    for (const { next } of heads) {
      if (next.done) continue
      const candidate = first.keyOf(next.value)
      if (smallest === undefined || candidate < smallestKey) {
        smallest = next.value
        smallestKey = candidate
      }
    }
    if (smallest === undefined) return
    yield smallest
    for (const head of heads) {
      if (!head.next.done && first.keyOf(head.next.value) === smallestKey) head.next = head.source.next()
    }
  }
}
