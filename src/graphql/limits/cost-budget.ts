/** What a viewer may still spend. */
export type Balance = {
  readonly remaining: number
  /** When the budget is whole again */
  readonly resetAt: Date
  /** How long to wait until what was asked for can be afforded; 0 where it was spent */
  readonly waitSeconds: number
}

type Bucket = { points: number; at: number }

const mostCallers = 10_000

/**
 * Points for each caller, that come back evenly over a minute. In the memory of one process: several processes give each
 * caller as many budgets. Whoever was not seen for longest is forgotten first, which gives them a whole budget again.
 */
export class CostBudget {
  readonly #perMinute: number
  readonly #now: () => number
  readonly #buckets = new Map<string, Bucket>()

  constructor(perMinute: number, now: () => number = () => performance.now()) {
    this.#perMinute = perMinute
    this.#now = now
  }

  /** Spends the points where the caller has them. */
  spend(caller: string, points: number): Balance {
    const now = this.#now()
    const bucket = this.#buckets.get(caller) ?? { points: this.#perMinute, at: now }
    const perMs = this.#perMinute / 60_000
    bucket.points = Math.min(this.#perMinute, bucket.points + (now - bucket.at) * perMs)
    bucket.at = now
    const missing = points - bucket.points
    if (missing <= 0) bucket.points -= points
    this.#remember(caller, bucket)
    return {
      remaining: Math.floor(bucket.points),
      resetAt: new Date(Date.now() + Math.ceil((this.#perMinute - bucket.points) / perMs)),
      waitSeconds: missing <= 0 ? 0 : Math.max(1, Math.ceil(missing / perMs / 1000)),
    }
  }

  #remember(caller: string, bucket: Bucket): void {
    this.#buckets.delete(caller)
    this.#buckets.set(caller, bucket)
    if (this.#buckets.size <= mostCallers) return
    const oldest = this.#buckets.keys().next()
    if (!oldest.done) this.#buckets.delete(oldest.value)
  }
}
