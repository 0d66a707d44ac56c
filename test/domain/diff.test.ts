import { describe, expect, it } from 'vitest'
import { diffFacts } from '../../src/domain/diff.ts'

const fact = (contentHash: string) => ({ contentHash })

describe('diffFacts', () => {
  it.each([
    ['nothing known, nothing collected', {}, {}, [], []],
    ['all new', {}, { a: '1', b: '2' }, ['1', '2'], []],
    ['unchanged', { a: '1' }, { a: '1' }, [], []],
    ['changed', { a: '1' }, { a: '2' }, ['2'], []],
    ['gone', { a: '1', b: '1' }, { b: '1' }, [], ['a']],
    ['all at once, ordered by key', { d: '1', a: '1', b: '1' }, { c: '3', b: '2', a: '1' }, ['2', '3'], ['d']],
    ['everything gone', { b: '1', a: '1' }, {}, [], ['a', 'b']],
  ])('%s', (_case, known, collected, upserted, deleted) => {
    const facts = new Map(Object.entries(collected).map(([key, hash]) => [key, fact(hash)]))
    const { toUpsert, toDelete } = diffFacts(new Map(Object.entries(known)), facts)
    expect(toUpsert.map(({ contentHash }) => contentHash)).toEqual(upserted)
    expect(toDelete).toEqual(deleted)
  })
})
