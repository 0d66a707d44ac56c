/** Aborts when all of them have; undefined where one never does. */
export const whenAllAborted = (signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined => {
  if (!signals.every(signal => signal !== undefined)) return undefined
  const controller = new AbortController()
  let left = signals.length
  const onAbort = () => {
    left -= 1
    if (left === 0) controller.abort()
  }
  for (const signal of signals) {
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  }
  return controller.signal
}
