import type { Clock } from '../../../src/aws/throttling/bucket-queue.ts'

export type VirtualClock = Clock & {
  sleep(milliseconds: number): Promise<void>
  /** Lets time pass, one timer after the other, until the work is done */
  run<Result>(work: Promise<Result>): Promise<Result>
}

/** A clock that stands still but for the moments that somebody waits for: hours pass in no time. */
export function createVirtualClock(): VirtualClock {
  let now = 0
  let order = 0
  const timers = new Map<number, { at: number; call: () => void }>()

  const after: Clock['after'] = (milliseconds, call) => {
    const id = order++
    timers.set(id, { at: now + milliseconds, call })
    return () => timers.delete(id)
  }
  const fireNext = (): void => {
    let next: [number, { at: number; call: () => void }] | undefined
    for (const entry of timers) if (next === undefined || entry[1].at < next[1].at) next = entry
    if (next === undefined) throw new Error('Somebody waits for what never happens')
    timers.delete(next[0])
    now = next[1].at
    next[1].call()
  }
  return {
    now: () => now,
    after,
    sleep: milliseconds => new Promise(resolve => after(milliseconds, resolve)),
    async run(work) {
      let isDone = false
      const done = work.finally(() => {
        isDone = true
      })
      done.catch(() => {})
      for (;;) {
        // Everything that follows from the last moment, before the next one.
        await new Promise(resolve => setImmediate(resolve))
        if (isDone) return done
        fireNext()
      }
    },
  }
}
