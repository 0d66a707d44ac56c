/** Faults to order: what goes wrong between a client and AWS, for tests and demonstrations to switch on and off. */

export type Fault =
  /** An AWS error in the service's own protocol; `status` is 400 unless given */
  | { kind: 'error'; code: string; message?: string; status?: number }
  /** A load balancer's page instead of an answer */
  | { kind: 'html500' }
  /** A captive portal or proxy that says all is well */
  | { kind: 'html200' }
  /** The first half of the answer, as if it were all of it */
  | { kind: 'truncatedXml' }
  /** The answer under a Content-Type that is not its own */
  | { kind: 'wrongContentType' }
  /** The connection is reset before the answer */
  | { kind: 'reset' }
  /** No answer, until the client gives up or the sandbox closes */
  | { kind: 'hang' }
  /** The answer comes late; other faults may follow the delay */
  | { kind: 'delay'; delayMs: number }

export type FaultedCall = { service: string; operation: string; accountId: string; region: string }

export type FaultRule = Partial<FaultedCall> & {
  fault: Fault
  /** The first matching call that fails, counted from 1 as the rule is added; 1 unless given */
  nth?: number
  /** How many of the matching calls fail; one where `nth` is given, else all */
  times?: number
  /** 0–1: whether a call that would fail does, drawn from the seeded generator; 1 unless given */
  probability?: number
}

export type Faults = {
  /** Adds a rule; the function returned removes it again. */
  add: (rule: FaultRule) => () => void
  clear: () => void
  /** What happens to this call: the delays of all rules together, and the first other fault. Counts the call. */
  take: (call: FaultedCall) => { delayMs: number; fault: Exclude<Fault, { kind: 'delay' }> | undefined }
}

/** No rules at first. The same seed and the same calls draw the same faults. */
export const createFaults = (seed = 1): Faults => {
  const rules = new Set<{ rule: FaultRule; matched: number; fired: number }>()
  const random = seededRandom(seed)

  const fires = (state: { rule: FaultRule; matched: number; fired: number }, call: FaultedCall) => {
    const { rule } = state
    const { nth = 1, times = rule.nth === undefined ? Number.POSITIVE_INFINITY : 1, probability = 1 } = rule
    const matches = (name: keyof FaultedCall) => rule[name] === undefined || rule[name] === call[name]
    if (!(matches('service') && matches('operation') && matches('accountId') && matches('region'))) return false
    state.matched += 1
    if (state.matched < nth || state.fired >= times) return false
    if (probability < 1 && random() >= probability) return false
    state.fired += 1
    return true
  }

  return {
    add: rule => {
      const state = { rule, matched: 0, fired: 0 }
      rules.add(state)
      return () => {
        rules.delete(state)
      }
    },
    clear: () => rules.clear(),
    take: call => {
      let delayMs = 0
      let fault: Exclude<Fault, { kind: 'delay' }> | undefined
      for (const state of rules) {
        // A rule that comes too late to act has not been reached by this call
        if (fault && state.rule.fault.kind !== 'delay') continue
        if (!fires(state, call)) continue
        if (state.rule.fault.kind === 'delay') delayMs += state.rule.fault.delayMs
        else fault = state.rule.fault
      }
      return { delayMs, fault }
    },
  }
}

/** Numbers in [0, 1) from a 32-bit linear congruential generator (Numerical Recipes' constants). */
const seededRandom = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
