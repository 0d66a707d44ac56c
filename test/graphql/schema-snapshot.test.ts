import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import {
  changesSince,
  findUnannounced,
  snapshotFile,
  snapshotText,
  unannounced,
} from '../../src/graphql/schema-snapshot.ts'

const changelog = readFileSync(resolve(import.meta.dirname, '../../CHANGELOG.md'), 'utf8')

describe('the schema', () => {
  it('breaks nothing that the changelog does not announce ("Breaking: Type.field …" under Unreleased)', () => {
    expect(findUnannounced(changelog)).toEqual([])
  })

  it('is what the snapshot says: run "npm run schema:snapshot"', () => {
    expect(readFileSync(snapshotFile, 'utf8') === snapshotText()).toBe(true)
  })
})

describe('a change', () => {
  const before = buildSchema('enum E { A B } type Query { a(b: Int): String c: E d(e: Int = 1): Int }')

  it.each<[string, string, string[]]>([
    ['adds a field', 'enum E { A B } type Query { a(b: Int): String c: E d(e: Int = 1): Int f: Int }', []],
    ['removes a field', 'enum E { A B } type Query { a(b: Int): String d(e: Int = 1): Int }', ['Query.c was removed.']],
    [
      'changes a type',
      'enum E { A B } type Query { a(b: Int): Int c: E d(e: Int = 1): Int }',
      ['Query.a changed type from String to Int.'],
    ],
    [
      'removes an argument',
      'enum E { A B } type Query { a: String c: E d(e: Int = 1): Int }',
      ['Query.a arg b was removed.'],
    ],
    [
      'removes an enum value',
      'enum E { A } type Query { a(b: Int): String c: E d(e: Int = 1): Int }',
      ['B was removed from enum type E.'],
    ],
  ])('that %s', (_, after, breaking) => {
    expect(changesSince(before, buildSchema(after)).breaking).toEqual(breaking)
  })

  it('that could surprise is told apart', () => {
    const after = buildSchema('enum E { A B C } type Query { a(b: Int): String c: E d(e: Int = 2): Int }')
    expect(changesSince(before, after)).toMatchObject({ breaking: [], dangerous: { length: 2 } })
  })
})

describe('an announcement', () => {
  const breaking = ['Query.c was removed.', 'Query.a arg b was removed.', 'B was removed from enum type E.']
  const announce = (lines: string, section = '[Unreleased]') =>
    `# Changelog\n\n## ${section}\n\n${lines}\n\n## [0.1.0]\n\n- Breaking: Query.x\n`

  it.each<[string, string, string[]]>([
    ['nothing', announce('- Added something'), breaking],
    ['one', announce('- Breaking: `Query.c` is gone'), breaking.slice(1)],
    ['all', announce('- Breaking: Query.c\n- Breaking: Query.a has no b\n- Breaking: E has no B'), []],
    ['a name that only begins the same', announce('- Breaking: Query'), breaking],
    ['an older version', announce('- Breaking: Query.c', '[0.2.0]'), breaking],
  ])('names %s', (_, text, left) => {
    expect(unannounced(breaking, text)).toEqual(left)
  })
})
