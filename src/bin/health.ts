/** Asks the API on this machine whether it answers; the exit code says so. For a container's health check. */
import { loadConfig } from '../config/load-config.ts'

const { server } = loadConfig()
const host = ['0.0.0.0', '::'].includes(server.host) ? '127.0.0.1' : server.host
const answer = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${server.port}/graphql`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ __typename }' }),
  signal: AbortSignal.timeout(4000),
}).catch(() => undefined)
process.exitCode = answer?.ok ? 0 : 1
