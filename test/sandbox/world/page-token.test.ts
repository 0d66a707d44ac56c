import { expect, test } from 'vitest'
import { keyInPageToken, pageToken } from '../../../src/sandbox/world/page-token.ts'

test('a token gives its key back, to its own operation only', () => {
  const token = pageToken('ListAccounts', '111122223333')
  expect(token).not.toContain('111122223333')
  expect(keyInPageToken('ListAccounts', token)).toBe('111122223333')
  expect(keyInPageToken('ListRoots', token)).toBeUndefined()
})

test.each(['', 'x', '%%%', 'bm90IGEgdG9rZW4gYXQgYWxs', `${pageToken('ListAccounts', '1')}AA`])(
  '%j is no token',
  text => {
    expect(keyInPageToken('ListAccounts', text)).toBeUndefined()
  },
)
