import { expect, it, vi } from 'vitest'
import { AnswerCache } from '../../../src/graphql/answer-cache/answer-cache.ts'
import type { Dependencies } from '../../../src/graphql/answer-cache/answer-dependencies.ts'
import { etagOf, isKnown } from '../../../src/graphql/answer-cache/etag.ts'

const onFacts: Dependencies = { observations: false, time: false }
const onObservations: Dependencies = { observations: true, time: false }
const onTime: Dependencies = { observations: false, time: true }

const answerOf = (text: string) => ({ text, etag: etagOf(text) })

const listening = (mostBytes = 100_000, nextChange: () => Promise<number | null> = async () => null) => {
  const cache = new AnswerCache(mostBytes, nextChange)
  cache.version.onListening()
  return cache
}

const keep = async (cache: AnswerCache, key: string, dependsOn = onFacts, text = '{}') => {
  const ticket = await cache.take(dependsOn)
  if (ticket) cache.set(key, ticket, dependsOn, answerOf(text))
}

it('gives an answer again until a fact changes', async () => {
  const cache = listening()
  await keep(cache, 'a')
  expect(cache.get('a')?.text).toBe('{}')
  cache.version.onChange('facts')
  expect(cache.get('a')).toBeNull()
  expect(cache.size).toBe(0)
})

it('keeps what does not show observations while only those change', async () => {
  const cache = listening()
  await keep(cache, 'facts')
  await keep(cache, 'observations', onObservations)
  cache.version.onChange('observations')
  expect(cache.get('facts')).not.toBeNull()
  expect(cache.get('observations')).toBeNull()
})

it('does not keep what was read while something changed', async () => {
  const cache = listening()
  const ticket = await cache.take(onFacts)
  cache.version.onChange('facts')
  if (ticket) cache.set('a', ticket, onFacts, answerOf('{}'))
  expect(cache.get('a')).toBeNull()
})

it('neither keeps nor gives anything while nobody listens', async () => {
  const cache = new AnswerCache(100_000, async () => null)
  expect(await cache.take(onFacts)).toBeNull()
  cache.version.onListening()
  await keep(cache, 'a')
  const ticket = await cache.take(onFacts)
  cache.version.onDeaf()
  expect(cache.get('a')).toBeNull()
  if (ticket) cache.set('b', ticket, onFacts, answerOf('{}'))
  cache.version.onListening()
  expect(cache.get('a')).toBeNull()
  expect(cache.get('b')).toBeNull()
})

it('gives what depends on the time until the next moment that changes something', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1000)
  let next: number | null = 50
  const cache = listening(100_000, async () => next)
  await keep(cache, 'a', onTime)
  clock.mockReturnValue(1049)
  expect(cache.get('a')).not.toBeNull()
  clock.mockReturnValue(1050)
  expect(cache.get('a')).toBeNull()
  next = null
  await keep(cache, 'a', onTime)
  clock.mockReturnValue(1e9)
  expect(cache.get('a')).not.toBeNull()
})

it('asks for that moment once for all answers of a version', async () => {
  const ask = vi.fn(async () => 1_000_000)
  const cache = listening(100_000, ask)
  for (const key of ['a', 'b', 'c']) await keep(cache, key, onTime)
  expect(ask).toHaveBeenCalledTimes(1)
  cache.version.onChange('observations')
  await keep(cache, 'd', onTime)
  expect(ask).toHaveBeenCalledTimes(2)
})

it('does not keep what depends on the time where the time cannot be told', async () => {
  const cache = listening(100_000, async () => {
    throw new Error('away')
  })
  await keep(cache, 'a', onTime)
  expect(cache.get('a')).toBeNull()
})

it('never keeps more bytes than it may, and forgets what was not asked for longest', async () => {
  const cache = listening(10_000)
  const text = 'x'.repeat(2000)
  for (const key of ['a', 'b', 'c', 'd']) await keep(cache, key, onFacts, text)
  cache.get('a')
  await keep(cache, 'e', onFacts, text)
  expect(cache.get('b')).toBeNull()
  expect(cache.get('a')).not.toBeNull()
  for (let i = 0; i < 1000; i++) {
    await keep(cache, `k${i}`, onFacts, 'x'.repeat(i * 13))
    expect(cache.size).toBeLessThanOrEqual(10_000)
  }
  await keep(cache, 'large', onFacts, 'x'.repeat(20_000))
  expect(cache.get('large')).toBeNull()
  expect(cache.get('k999')).toBeNull()
})

it.each([
  [etagOf('{}'), true],
  ['*', true],
  [`"other", ${etagOf('{}')}`, true],
  [etagOf('{}').slice(2), true],
  ['"other"', false],
  ['', false],
  [undefined, false],
])('compares If-None-Match %s weakly', (given, expected) => {
  expect(isKnown(etagOf('{}'), given)).toBe(expected)
})
