import type { Ticket, TokenBucket } from './token-bucket.ts'

export type Clock = {
  /** Milliseconds; never goes back */
  now(): number
  /** Calls back once, after so many milliseconds; the function returned calls it off */
  after(milliseconds: number, call: () => void): () => void
}

export const machineClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** Calls that wait for a token of one bucket: who came first leaves first, whichever job it belongs to. */
export type BucketQueue = {
  /**
   * Resolves when the call may leave. One that was throttled and comes again goes before the others. Rejects with the
   * signal's reason where it is aborted first.
   */
  enter(options?: { again?: boolean; signal?: AbortSignal | undefined }): Promise<Ticket>
  waiting(): number
}

type Waiter = { leave: (ticket: Ticket) => void }

export function createBucketQueue(bucket: TokenBucket, clock: Clock): BucketQueue {
  const waiters: Waiter[] = []
  let callOff: (() => void) | null = null

  const serve = (): void => {
    callOff?.()
    callOff = null
    for (let waitMs = bucket.waitMs(clock.now()); waiters.length > 0; waitMs = bucket.waitMs(clock.now())) {
      if (waitMs > 0) {
        callOff = clock.after(waitMs, serve)
        return
      }
      waiters.shift()?.leave(bucket.take(clock.now(), true))
    }
  }

  return {
    enter({ again = false, signal } = {}) {
      if (signal?.aborted) return Promise.reject(signal.reason)
      const now = clock.now()
      if (waiters.length === 0 && bucket.waitMs(now) === 0) return Promise.resolve(bucket.take(now, again))
      return new Promise((resolve, reject) => {
        const waiter: Waiter = {
          leave(ticket) {
            signal?.removeEventListener('abort', giveUp)
            resolve(ticket)
          },
        }
        const giveUp = (): void => {
          waiters.splice(waiters.indexOf(waiter), 1)
          if (waiters.length === 0) callOff?.()
          reject(signal?.reason)
        }
        signal?.addEventListener('abort', giveUp, { once: true })
        if (again) waiters.unshift(waiter)
        else waiters.push(waiter)
        // A throttled answer may have emptied the bucket since the timer was set; it then only sets another.
        if (waiters.length === 1 || again) serve()
      })
    },
    waiting: () => waiters.length,
  }
}
