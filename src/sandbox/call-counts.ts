/** How often the sandbox was asked what, for tests and benchmarks that hold a sync to its number of calls. */

export type CountedCall = { accountId: string; region: string; service: string; operation: string }

export type CallCount = CountedCall & {
  calls: number
  /** How many of them ended in an error, by error code */
  errors: Record<string, number>
}

export type CallCounts = {
  add: (call: CountedCall) => void
  addError: (call: CountedCall, code: string) => void
  /** Calls that match every given member; all without. */
  total: (match?: Partial<CountedCall>) => number
  /** Errors among the calls that match, of one code or of any. */
  totalErrors: (match?: Partial<CountedCall>, code?: string) => number
  entries: () => CallCount[]
  reset: () => void
}

export const createCallCounts = (): CallCounts => {
  const counts = new Map<string, CallCount>()

  const of = (call: CountedCall) => {
    const key = `${call.accountId}/${call.region}/${call.service}/${call.operation}`
    let count = counts.get(key)
    if (!count) {
      const { accountId, region, service, operation } = call
      count = { accountId, region, service, operation, calls: 0, errors: {} }
      counts.set(key, count)
    }
    return count
  }

  const matching = (match: Partial<CountedCall>) =>
    [...counts.values()].filter(count =>
      Object.entries(match).every(([name, value]) => count[name as keyof CountedCall] === value),
    )

  return {
    add: call => {
      of(call).calls += 1
    },
    addError: (call, code) => {
      const { errors } = of(call)
      errors[code] = (errors[code] ?? 0) + 1
    },
    total: (match = {}) => matching(match).reduce((sum, count) => sum + count.calls, 0),
    totalErrors: (match = {}, code) =>
      matching(match)
        .flatMap(count => Object.entries(count.errors))
        .reduce((sum, [name, number]) => (code === undefined || name === code ? sum + number : sum), 0),
    entries: () => [...counts.values()],
    reset: () => counts.clear(),
  }
}
