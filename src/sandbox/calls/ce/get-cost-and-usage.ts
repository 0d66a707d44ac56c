import type {
  GetCostAndUsageRequest,
  GetCostAndUsageResponse,
  GroupDefinition,
  MetricValue,
  ResultByTime,
} from '@aws-sdk/client-cost-explorer'
import type { Bills, Lines } from '../../bills/bills.ts'
import { quoted } from '../../bills/engine.ts'
import { AwsError, type Call } from '../../call.ts'
import { keyInPageToken, pageToken } from '../../world/page-token.ts'
import { conditionOf, dimensionSql, invalid } from './dimensions.ts'

/** Metrics over the lines: with commitments where they were paid for, or spread over what they cover. */
const metrics: Readonly<Record<string, { sql: string; unit: string }>> = {
  UnblendedCost: { sql: 'cost', unit: 'USD' },
  AmortizedCost: {
    sql: `case when line_type in ('SavingsPlanNegation', 'SavingsPlanRecurringFee', 'RIFee') then 0 else coalesce(effective, cost) end`,
    unit: 'USD',
  },
  UsageQuantity: { sql: 'quantity', unit: 'N/A' },
}

/** Groups of a page, over all periods of an answer. */
const largestPage = 500

/** Costs by day or month, and by up to two dimensions; only of the organization's management account. */
export const getCostAndUsage =
  (bills: Bills | null): Call<GetCostAndUsageRequest, GetCostAndUsageResponse> =>
  async (input, { caller, world }) => {
    if (bills === null) throw new AwsError('DataUnavailableException', 'The loaded folder has no costs.')
    if (caller.accountId !== world.organization.managementAccountId)
      throw new AwsError('AccessDeniedException', 'The sandbox has no Cost Explorer in member accounts.')
    const groups = input.GroupBy ?? []
    const rows = await sums(await bills.lines(), input, groups)
    const start = startOf(input.NextPageToken)
    const page = rows.slice(start, start + largestPage)
    const periods = new Map<string, ResultByTime>()
    for (const { from, to, estimated, keys, values } of page) {
      const result = periods.get(from) ?? {
        TimePeriod: { Start: from, End: to },
        Estimated: estimated,
        Total: {},
        Groups: [],
      }
      periods.set(from, result)
      if (groups.length === 0) result.Total = values
      else result.Groups?.push({ Keys: keys, Metrics: values })
    }
    return {
      ...(groups.length > 0 && { GroupDefinitions: groups }),
      ResultsByTime: [...periods.values()],
      DimensionValueAttributes: [],
      ...(start + largestPage < rows.length && {
        NextPageToken: pageToken('GetCostAndUsage', String(start + largestPage)),
      }),
    }
  }

const startOf = (token: string | undefined): number => {
  const key = token === undefined ? '0' : keyInPageToken('GetCostAndUsage', token)
  if (key === undefined) throw new AwsError('InvalidNextTokenException', 'The next token is not valid.')
  return Number(key)
}

const steps: Readonly<Record<string, string>> = { MONTHLY: 'month', DAILY: 'day' }

const sums = async ({ engine, months }: Lines, input: GetCostAndUsageRequest, groups: readonly GroupDefinition[]) => {
  const { TimePeriod: { Start: from = '', End: to = '' } = {}, Granularity, Metrics: asked = [] } = input
  const step = steps[Granularity ?? '']
  if (step === undefined) throw invalid('Granularity must be MONTHLY or DAILY')
  if (!/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(to) || from >= to)
    throw invalid('Start date (and hour) should be before end date (and hour)')
  if (asked.length === 0) throw invalid('Metrics must not be empty')
  if (groups.length > 2) throw invalid('GroupBy must have at most two groups')
  const dimensions = groups.map(({ Type, Key }) => {
    if (Type !== 'DIMENSION') throw invalid('Only dimensions can be grouped by')
    return dimensionSql(Key)
  })
  const amounts = asked.map(name => {
    const metric = metrics[name]
    if (metric === undefined) throw invalid(`${name} is not supported`)
    return { name, ...metric }
  })
  const { rows } = await engine.query(`
    select strftime(date_trunc('${step}', started), '%Y-%m-%d') as first,
      strftime(date_trunc('${step}', started) + interval 1 ${step}, '%Y-%m-%d') as last, month,
      ${[...dimensions, ...amounts.map(({ sql }) => `sum(${sql})`)].join(', ')}
    from line
    where started >= timestamp ${quoted(from)} and started < timestamp ${quoted(to)} and ${conditionOf(input.Filter)}
    group by ${['first', 'last', 'month', ...dimensions.map((_, index) => index + 4)].join(', ')}
    order by ${['first', ...dimensions.map((_, index) => index + 4)].join(', ')}`)
  const open = new Set(months.filter(({ isFinal }) => !isFinal).map(({ name }) => name))
  return rows.map(([first, last, month, ...rest]) => ({
    from: first ?? '',
    to: last ?? '',
    estimated: open.has(month ?? ''),
    keys: rest.slice(0, dimensions.length).map(key => key ?? ''),
    values: Object.fromEntries(
      amounts.map(({ name, unit }, index): [string, MetricValue] => [
        name,
        { Amount: rest[dimensions.length + index] ?? '0', Unit: unit },
      ]),
    ),
  }))
}
