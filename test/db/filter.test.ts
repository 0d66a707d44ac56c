import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { column } from '../../src/db/concept.ts'
import { type Filters, flag, likePattern, matches, oneOf, text } from '../../src/db/filter.ts'
import { compileStatement } from '../../src/db/statement.ts'

const filters: Filters = {
  id: oneOf(column('id')),
  name: text(column('name')),
  paid: flag(t => sql`${column('paid')(t)}`),
}
const compiled = (input: Record<string, unknown>) => {
  const { text: statement, values } = compileStatement(matches(filters, input, 't'))
  return [statement, values]
}

describe('likePattern', () => {
  it.each([
    ['golden-*', 'golden-%'],
    ['ami-?', 'ami-_'],
    ['100%_sure', String.raw`100\%\_sure`],
    [String.raw`a\*b\?c`, 'a*b?c'],
    [String.raw`a\\*`, String.raw`a\\%`],
    [String.raw`a\%`, String.raw`a\%`],
    [String.raw`a\x`, 'ax'],
    [String.raw`ends with \ `.trimEnd(), String.raw`ends with \\`],
    ['', ''],
    ['☃*𝒳', '☃%𝒳'],
  ])('%s', (pattern, expected) => {
    expect(likePattern(pattern)).toBe(expected)
  })
})

describe('matches', () => {
  it('takes every value as a parameter', () => {
    expect(compiled({ id: { eq: "'; drop table x; --" }, name: { like: 'a*' } })).toEqual([
      '(("t"."id" = $1::text) and ("t"."name" like $2::text))',
      ["'; drop table x; --", 'a%'],
    ])
  })

  it('has one text for lists of any length', () => {
    const [one] = compiled({ id: { in: ['a'] } })
    const [many] = compiled({ id: { in: ['a', 'b', 'c'] } })
    expect(one).toBe(many)
  })

  it('ignores what is null or left out', () => {
    expect(compiled({})).toEqual(['true', []])
    expect(compiled({ id: null, name: undefined })).toEqual(['true', []])
  })

  it('negates in the conditions, so that what is not known fulfils neither', () => {
    expect(compiled({ not: { any: [{ id: { eq: 'a' } }, { paid: true }] } })[0]).toBe(
      '((((not ("t"."id" = $1::text)) and (not ("t"."paid")))))',
    )
  })

  it('has nothing in an empty any, and everything in an empty all', () => {
    expect(compiled({ any: [] })[0]).toBe('(false)')
    expect(compiled({ all: [] })[0]).toBe('(true)')
    expect(compiled({ not: { any: [] } })[0]).toBe('((true))')
  })
})
