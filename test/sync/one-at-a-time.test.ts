import { expect, it } from 'vitest'
import { oneAtATime } from '../../src/sync/one-at-a-time.ts'

const open = () => {
  const ends: ((error?: Error) => void)[] = []
  const ask = oneAtATime(
    () => new Promise<void>((resolve, reject) => ends.push(error => (error === undefined ? resolve() : reject(error)))),
  )
  return { ends, ask }
}
const settled = () => new Promise(resolve => setImmediate(resolve))

it('whoever asks meanwhile is not kept waiting, and it is done once more, however many asked', async () => {
  const { ends, ask } = open()
  const first = ask()
  await Promise.all([ask(), ask(), ask()])
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await settled()
  expect(ends).toHaveLength(2)
  ends[1]?.()
  await first
  expect(ends).toHaveLength(2)
})

it('is done again when asked after the end, also after one that failed', async () => {
  const { ends, ask } = open()
  const failing = ask()
  ends[0]?.(new Error('made up'))
  await expect(failing).rejects.toThrow('made up')
  const next = ask()
  expect(ends).toHaveLength(2)
  ends[1]?.()
  await next
})
