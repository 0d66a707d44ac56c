import { expect, test } from 'vitest'
import { maskUrlPassword } from '../../src/config/mask.ts'

test.each([
  ['postgres://user:secret@db:5432/x', 'postgres://user:********@db:5432/x'],
  ['postgres://user@db/x', 'postgres://user@db/x'],
  [
    'postgres://db/x?user=u&password=secret&sslmode=require',
    'postgres://db/x?user=u&password=********&sslmode=require',
  ],
  ['postgres://user:sec ret@db:port/x', '********'],
])('%s', (url, masked) => {
  expect(maskUrlPassword(url)).toBe(masked)
})
