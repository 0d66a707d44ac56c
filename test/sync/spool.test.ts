import { expect, it } from 'vitest'
import { AwsFailure } from '../../src/aws/aws-failure.ts'
import type { Listing } from '../../src/domain/listing.ts'
import { spool } from '../../src/sync/spool.ts'

type Item = { id: number; at: Date | null; nested: { text: string }[] }

const item = (id: number): Item => ({
  id,
  at: id % 2 ? null : new Date(id * 1000),
  nested: [{ text: `Größe 🚀 ${id}` }],
})

async function* pages(count: number, size: number, fail?: Error): AsyncGenerator<Item[]> {
  for (let page = 0; page < count; page += 1) yield Array.from({ length: size }, (_, i) => item(page * size + i))
  if (fail) throw fail
}

async function all(listing: Listing<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const page of listing.pages()) items.push(...page)
  return items
}

it.each([
  ['nothing', 0, 0],
  ['empty pages', 3, 0],
  ['a short listing', 2, 1_000],
  ['a listing that goes to a file', 7, 1_000],
])('gives back %s, as often as it is gone through', async (_, count, size) => {
  const spooled = await spool(pages(count, size))
  const expected = Array.from({ length: count * size }, (__, id) => item(id))
  expect(await all(spooled)).toEqual(expected)
  expect(await all(spooled)).toEqual(expected)
  await spooled.release()
})

it.each([1, 7])('keeps nothing of a listing that breaks off after %i pages', async count => {
  const failure = new AwsFailure('InternalError', 'broken off', 'transient')
  await expect(spool(pages(count, 1_000, failure))).rejects.toBe(failure)
})
