import { loadConfig } from '../../src/config/load-config.ts'
import { createApiContext } from '../../src/context/api.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import { startApi } from '../../src/graphql/start-api.ts'
import { figure, type Figure } from '../figures/figure.ts'
import type { Progress } from '../figures/progress.ts'
import type { Server } from '../sync/worker/database.ts'
import { goals } from './goals.ts'

const images = 300
const requests = 100

const query = `query ($months: MonthRange!, $filter: CostFilter) {
  costs(months: $months, filter: $filter, groupBy: [IMAGE], first: 20) {
    nodes { imageId region softwareCost { amount currency } infrastructureCost { amount currency } total { amount currency } }
    pageInfo { hasNextPage endCursor }
  }
}`

type Arena = { readonly server: Server; readonly progress: Progress; readonly accounts: number; readonly months: number }

/** The first page of costs by image, asked over HTTP one after the other; no answer is kept. */
export const measureCosts = async ({ server, progress, accounts, months }: Arena): Promise<Figure> => {
  const { url, drop } = await server.create()
  const config = loadConfig({
    DATABASE_URL: url,
    AMIGRAPH_ANSWER_CACHE_MEGABYTES: '0',
    AMIGRAPH_COST_BUDGET: '0',
    AMIGRAPH_AUDIT_LOG: 'off',
    LOG_LEVEL: 'silent',
    PORT: '0',
  })
  const database = await openDatabase(config.database, { applicationName: 'amigraph bench', onLog: () => {} })
  const api = await startApi(createApiContext(config, database))
  try {
    await database.pool.query(seedCosts(accounts, months))
    await database.pool.query('vacuum analyze amigraph.costs, amigraph.organization_costs')
    const from = `2026-01`
    const to = `2026-${String(Math.min(12, months)).padStart(2, '0')}`
    const times: number[] = []
    for (let i = -10; i < requests; i += 1) {
      const filter = i % 2 === 0 ? null : { attributed: true }
      const started = performance.now()
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { months: { from, to }, filter } }),
      })
      const answer = (await response.json()) as { data?: { costs: { nodes: unknown[] } } }
      if (answer.data?.costs.nodes.length !== 20) throw new Error(`Not a page: ${JSON.stringify(answer).slice(0, 500)}`)
      if (i >= 0) times.push(performance.now() - started)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? 0
    const { rows } = await database.pool.query('select count(*)::int as rows from amigraph.costs')
    progress.say(`costs by image: p95 ${at(0.95).toFixed(1)} ms over ${rows[0].rows} rows`)
    return figure('bills.costs', goals['bills.costs'], { value: at(0.95), detail: { p50: at(0.5), ...rows[0] } })
  } finally {
    await api.close()
    await database.close()
    await drop()
  }
}

/** Each account runs some of the images in every month, and has what cannot be attributed. */
const seedCosts = (accounts: number, months: number): string => `
  insert into amigraph.costs (month, account_id, region, image_id, image_owner_id, product_code, usage_operation, currency,
    payer_account_id, reason, software_cost, infrastructure_cost, instance_hours, other_cost, line_items)
  select ('2026-01-01'::date + make_interval(months => month))::date, (100000000001 + account)::text, 'eu-central-1',
    case when nth < 8 then 'ami-' || lpad(((account * 7 + nth * 31) % ${images})::text, 17, '0') else '' end,
    case when nth < 8 then '100000000001' else '' end, case when nth = 1 then 'product1' else '' end, 'RunInstances', 'USD',
    '100000000000', case when nth < 8 then '' else (array['TAX', 'OTHER_SERVICE'])[nth - 7] end,
    case when nth = 1 then account * 0.01 else 0 end, case when nth < 8 then account * 0.5 + nth else 0 end, 744,
    case when nth < 8 then 0 else account end, 744
  from generate_series(0, ${accounts} - 1) as account, generate_series(0, ${months} - 1) as month, generate_series(0, 9) as nth`
