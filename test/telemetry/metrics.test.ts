import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../src/config/load-config.ts'
import { createApiContext } from '../../src/context/api.ts'
import { startApi } from '../../src/graphql/start-api.ts'
import { createLogger } from '../../src/telemetry/logger.ts'
import { MetricsListenError, openMetrics } from '../../src/telemetry/metrics.ts'
import { createTestDatabase } from '../support/database.ts'
import { createSyncedSandbox } from '../support/synced-sandbox.ts'

const open = async () => {
  const metrics = await openMetrics({ host: '127.0.0.1', port: 0 })
  onTestFinished(metrics.close)
  const { url } = metrics
  if (url === null) throw new Error('Metrics are served where a port is given')
  /** Values by name and labels, as Prometheus reads them */
  const scrape = async (): Promise<Map<string, number>> => {
    const response = await fetch(url)
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
    const lines = (await response.text()).split('\n').filter(line => line !== '' && !line.startsWith('#'))
    return new Map(lines.map(line => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]))
  }
  return { metrics, url, scrape }
}

/** The sum of all values of a metric whose labels hold the text. */
const total = (values: Map<string, number>, name: string, labels = ''): number =>
  values
    .entries()
    .filter(([key]) => key.split('{')[0] === name && key.includes(labels))
    .reduce((sum, [, value]) => sum + value, 0)

test('without a port nothing is served', async () => {
  const metrics = await openMetrics(loadConfig({}).metrics)
  expect(metrics.url).toBeNull()
  metrics.meter.createCounter('x').add(1)
  await metrics.close()
})

test('a port that is taken is told', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await expect(openMetrics({ host: '127.0.0.1', port })).rejects.toThrow(MetricsListenError)
})

test('nothing but /metrics is there', async () => {
  const { url } = await open()
  expect((await fetch(new URL('/', url))).status).toBe(404)
  expect((await fetch(url, { method: 'POST' })).status).toBe(404)
})

test('a sync is seen: calls, waits, sources, rows, jobs, connections', async () => {
  const { metrics, scrape } = await open()
  const synced = await createSyncedSandbox({ metrics })
  onTestFinished(synced.close)
  synced.sandbox.faults.add({
    operation: 'DescribeSnapshots',
    nth: 1,
    fault: { kind: 'error', code: 'RequestLimitExceeded', status: 503 },
  })
  const { rowsChanged } = await synced.sync()
  const values = await scrape()
  for (const { service, operation } of synced.sandbox.calls.entries()) {
    const labels = `{service="${service}",action="${operation}"`
    expect(total(values, 'amigraph_aws_calls_total', labels)).toBe(synced.sandbox.calls.total({ service, operation }))
  }
  expect(total(values, 'amigraph_aws_calls_total', 'result="throttled"')).toBe(1)
  expect(total(values, 'amigraph_aws_bucket_wait_seconds_count')).toBe(synced.sandbox.calls.total())
  expect(total(values, 'amigraph_sync_rows_changed_total')).toBe(rowsChanged)
  expect(total(values, 'amigraph_sync_sources_total', 'kind="IMAGES_OWNED",result="ok"')).toBeGreaterThan(0)
  expect(total(values, 'amigraph_sources', 'status="FRESH"')).toBeGreaterThan(0)
  expect(total(values, 'amigraph_oldest_source_age_seconds')).toBeGreaterThan(0)
  expect(total(values, 'amigraph_jobs', 'state="due"')).toBe(0)
  expect(total(values, 'amigraph_database_connections', 'pool="work"')).toBeGreaterThan(0)
})

test('requests are seen: route, status, cost, and whether the answer was kept', async () => {
  const { metrics, scrape } = await open()
  const { url, pool, drop } = await createTestDatabase()
  onTestFinished(drop)
  const pools = { organization: pool, limited: pool }
  const config = loadConfig({ PORT: '0', LOG_LEVEL: 'silent', AMIGRAPH_EXPLORER: 'off' })
  const database = { url, pool, viewers: pools, streams: pools, primaryViewers: pools }
  const logger = createLogger(config.log)
  const api = await startApi(createApiContext(config, database, { metrics, logger }))
  onTestFinished(api.close)
  const ask = (query: string) =>
    fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
  await ask('{ accounts(first: 1) { nodes { accountId } } }')
  await ask('{ nonsense }')
  await fetch(`${api.url}/healthz`)
  const values = await scrape()
  const requests = 'amigraph_http_request_seconds_count'
  expect(total(values, requests, 'method="POST",route="/graphql",status="200"')).toBe(1)
  expect(total(values, requests, 'method="POST",route="/graphql",status="400"')).toBe(1)
  expect(total(values, requests, 'route="/healthz"')).toBe(1)
  expect(total(values, 'amigraph_operations_total', 'status="OK"')).toBe(1)
  expect(total(values, 'amigraph_query_cost_points_count')).toBe(1)
  expect(total(values, 'amigraph_answer_lookups_total')).toBe(1)
  expect(total(values, 'amigraph_database_connections', 'pool="viewers"')).toBeGreaterThan(0)
})
