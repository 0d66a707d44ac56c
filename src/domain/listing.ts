/** Everything that a source lists, page by page. It can be gone through more than once: a write may be repeated. */
export type Listing<Item> = {
  pages(): Iterable<readonly Item[]> | AsyncIterable<readonly Item[]>
}

/** Items at hand, or a listing of more than memory should hold. */
export type Listed<Item> = readonly Item[] | Listing<Item>

/** Large enough that round trips to the database don't count, small enough that a page is some MB. */
const pageSize = 1_000

/** The pages of either. */
export function pagesOf<Item>(listed: Listed<Item>): Iterable<readonly Item[]> | AsyncIterable<readonly Item[]> {
  return 'pages' in listed ? listed.pages() : cut(listed)
}

function* cut<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += pageSize) yield items.slice(start, start + pageSize)
}

/** Of everything that is listed, the items that are to be kept. */
export function onlyListed<Item>(listed: Listed<Item>, keep: (item: Item) => boolean): Listing<Item> {
  return { pages: () => mapPages(pagesOf(listed), page => page.filter(keep)) }
}

export async function* mapPages<Item, Mapped>(
  pages: Iterable<readonly Item[]> | AsyncIterable<readonly Item[]>,
  change: (page: readonly Item[]) => Mapped[],
): AsyncGenerator<Mapped[]> {
  for await (const page of pages) yield change(page)
}
