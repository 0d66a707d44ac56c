import type { Listing } from '../domain/listing.ts'
import { openPageFile, type PageFile } from './page-file.ts'

/** What is listed, until `release`: then it is gone. */
export type Spool<Item> = Listing<Item> & { release(): Promise<void> }

/** Most sources list less than this; they never touch a disk. */
const itemsInMemory = 2_000

/**
 * Takes in all pages of a listing. Long ones go to a temporary file as they come, so that memory does not grow with
 * them. Throws where the listing breaks off, and keeps nothing then.
 */
export async function spool<Item>(pages: AsyncIterable<Item[]>): Promise<Spool<Item>> {
  const kept: Item[][] = []
  let items = 0
  let file: PageFile<Item> | null = null
  try {
    for await (const page of pages) {
      items += page.length
      kept.push(page)
      if (items <= itemsInMemory) continue
      file ??= await openPageFile<Item>()
      for (const each of kept.splice(0)) await file.append(each)
    }
  } catch (error) {
    await file?.close()
    throw error
  }
  return { pages: () => file?.pages() ?? kept, release: async () => file?.close() }
}
