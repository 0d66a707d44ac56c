import { type CostExplorerClient, type Expression, GetCostAndUsageCommand } from '@aws-sdk/client-cost-explorer'
import { pagesBy } from '../../aws/pages.ts'

/** A group of costs of one month. */
export type CostGroup = {
  /** As `2026-10` */
  readonly month: string
  readonly keys: readonly [string, string]
  /** Decimal texts, as Cost Explorer writes them */
  readonly billed: string
  readonly effective: string
  readonly currency: string
  /** AWS has not invoiced the month yet */
  readonly isEstimated: boolean
}

/** Costs of these months by two dimensions, of the lines that a filter lets through. */
export async function* askCosts(
  client: CostExplorerClient,
  { first, last }: { readonly first: string; readonly last: string },
  dimensions: readonly [string, string],
  filter?: Expression,
): AsyncGenerator<CostGroup> {
  const [year = 0, number = 0] = last.split('-').map(Number)
  const end = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
  const ask = (token: string | undefined) =>
    client.send(
      new GetCostAndUsageCommand({
        TimePeriod: { Start: `${first}-01`, End: end },
        Granularity: 'MONTHLY',
        Metrics: ['UnblendedCost', 'AmortizedCost'],
        GroupBy: dimensions.map(Key => ({ Type: 'DIMENSION', Key })),
        ...(filter && { Filter: filter }),
        ...(token && { NextPageToken: token }),
      }),
    )
  for await (const { ResultsByTime = [] } of pagesBy(ask, page => page.NextPageToken)) {
    for (const { TimePeriod, Groups = [], Estimated = true } of ResultsByTime) {
      for (const { Keys: [first = '', second = ''] = [], Metrics = {} } of Groups) {
        const { UnblendedCost: billed, AmortizedCost: effective } = Metrics
        yield {
          month: TimePeriod?.Start?.slice(0, 7) ?? '',
          keys: [first, second],
          billed: billed?.Amount ?? '0',
          effective: effective?.Amount ?? '0',
          currency: billed?.Unit ?? 'USD',
          isEstimated: Estimated,
        }
      }
    }
  }
}
