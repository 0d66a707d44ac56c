import { setTimeout as delay } from 'node:timers/promises'

/** Tries again until it doesn't throw; the last error where it never stops throwing. Never waits longer than needed. */
export const eventually = async <Result>(attempt: () => Result | Promise<Result>, seconds = 20): Promise<Result> => {
  const deadline = performance.now() + seconds * 1000
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (performance.now() > deadline) throw error
      await delay(20)
    }
  }
}
