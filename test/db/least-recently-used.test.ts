import { expect, it } from 'vitest'
import { LeastRecentlyUsed } from '../../src/db/least-recently-used.ts'

it('forgets what was not used for longest, whatever was just used stays', () => {
  const forgotten: string[] = []
  const cache = new LeastRecentlyUsed<string>(3, value => forgotten.push(value))
  for (const key of ['a', 'b', 'c']) cache.set(key, key, 1)
  expect(cache.get('a')).toBe('a')
  cache.set('d', 'd', 1)
  expect(forgotten).toEqual(['b'])
  expect(['a', 'b', 'c', 'd'].map(key => cache.get(key))).toEqual(['a', undefined, 'c', 'd'])
})

it('keeps what is used again and again, however many come and go beside it', () => {
  const cache = new LeastRecentlyUsed<number>(100)
  cache.set('used', 0, 1)
  for (let n = 0; n < 10_000; n++) {
    cache.set(`once ${n}`, n, 1)
    expect(cache.get('used')).toBe(0)
  }
  expect(cache.size).toBe(100)
})

it('forgets what comes next where nothing is used again, in the order in which it came', () => {
  const forgotten: number[] = []
  const cache = new LeastRecentlyUsed<number>(8, value => forgotten.push(value))
  for (let n = 0; n < 20; n++) cache.set(String(n), n, 1)
  expect(forgotten).toEqual(Array.from({ length: 12 }, (_, n) => n))
})

it('does not keep what is larger than everything that may be kept, and forgets what it was to replace', () => {
  const cache = new LeastRecentlyUsed<string>(10)
  cache.set('a', 'small', 5)
  cache.set('a', 'large', 11)
  expect(cache.get('a')).toBeUndefined()
  expect(cache.size).toBe(0)
})
