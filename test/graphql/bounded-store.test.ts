import { expect, it } from 'vitest'
import { BoundedStore } from '../../src/graphql/bounded-store.ts'

it('keeps what was asked for last, up to its size', async () => {
  const store = new BoundedStore<string>(10, text => text.length)
  await store.set('a', '1234')
  await store.set('b', '1234')
  expect(await store.get('a')).toBe('1234')
  await store.set('c', '1234')
  expect([await store.get('a'), await store.get('b'), await store.get('c')]).toEqual(['1234', undefined, '1234'])
  await store.set('a', '12345678')
  expect([await store.get('a'), await store.get('c')]).toEqual(['12345678', undefined])
})

it('does not keep what is larger than all of it, and forgets what it replaces', async () => {
  const store = new BoundedStore<string>(10, text => text.length)
  await store.set('a', '1')
  await store.set('a', 'x'.repeat(11))
  expect(await store.get('a')).toBeUndefined()
  expect(await store.delete('a')).toBe(false)
})
