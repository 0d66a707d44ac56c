import { AsyncLocalStorage } from 'node:async_hooks'

/** Counts the calls to AWS that each piece of work makes, however many are under way at once. */
export type CallCounter = {
  /** One was made, by whatever work is running */
  count(): void
  /** Does the work, and tells how many calls it made, those of a failed one too */
  during<Result>(work: () => Promise<Result>): Promise<{ result: Result; calls: number }>
}

export function createCallCounter(): CallCounter {
  const running = new AsyncLocalStorage<{ calls: number }>()
  return {
    count() {
      const counted = running.getStore()
      if (counted !== undefined) counted.calls += 1
    },
    async during(work) {
      const counted = { calls: 0 }
      const result = await running.run(counted, work)
      return { result, calls: counted.calls }
    },
  }
}
