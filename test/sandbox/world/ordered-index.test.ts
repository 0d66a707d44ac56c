import { describe, expect, test } from 'vitest'
import { OrderedIndex, unionAfter } from '../../../src/sandbox/world/ordered-index.ts'

const indexOf = (...keys: string[]) => {
  const index = new OrderedIndex<string>(key => key)
  for (const key of keys) index.add(key)
  return index
}

describe('an index', () => {
  test('is in key order, however it was filled', () => {
    expect([...indexOf('c', 'a', 'd', 'b').after()]).toEqual(['a', 'b', 'c', 'd'])
  })

  const rows: [string | undefined, string[]][] = [
    [undefined, ['a', 'c', 'e']],
    ['', ['a', 'c', 'e']],
    ['a', ['c', 'e']],
    ['b', ['c', 'e']],
    ['e', []],
    ['z', []],
  ]
  test.each(rows)('after %s', (key, expected) => {
    expect([...indexOf('e', 'a', 'c').after(key)]).toEqual(expected)
  })

  test('finds and loses keys', () => {
    const index = indexOf('c', 'a', 'b')
    expect([index.get('b'), index.get('x')]).toEqual(['b', undefined])
    expect([index.delete('b'), index.delete('b')]).toEqual([true, false])
    expect([...index.after()]).toEqual(['a', 'c'])
    expect(index.size).toBe(2)
  })
})

describe('the union of indexes', () => {
  test('has each key once, in order', () => {
    expect([...unionAfter([indexOf('a', 'd'), indexOf('b', 'd', 'e'), indexOf('a', 'e')])]).toEqual([
      'a',
      'b',
      'd',
      'e',
    ])
    expect([...unionAfter([indexOf('a', 'd'), indexOf('b', 'd')], 'a')]).toEqual(['b', 'd'])
    expect([...unionAfter<string>([])]).toEqual([])
  })

  test('reads no further than it is asked', () => {
    let reads = 0
    const index = new OrderedIndex<string>(key => key)
    for (const key of 'abcdefghijklmnopqrstuvwxyz') index.add(key)
    const counted = {
      ...index,
      after: function* () {
        for (const key of index.after()) {
          reads += 1
          yield key
        }
      },
    }
    const union = unionAfter([counted as unknown as OrderedIndex<string>])
    expect([union.next().value, union.next().value]).toEqual(['a', 'b'])
    expect(reads).toBe(2)
  })
})
