/** A month of bills. */
export type BillingMonth = {
  /** As `2026-10` */
  readonly name: string
  readonly start: Date
  readonly end: Date
  /** AWS has invoiced it */
  readonly isFinal: boolean
}

/** The month that a time lies in, which goes on, and the two before it; the oldest first. */
export const billingMonths = (at: Date): BillingMonth[] =>
  [2, 1, 0].map(ago => {
    const start = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - ago, 1))
    const end = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - ago + 1, 1))
    return { name: start.toISOString().slice(0, 7), start, end, isFinal: ago > 0 }
  })
