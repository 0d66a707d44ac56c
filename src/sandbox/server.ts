/** The sandbox as one HTTP endpoint for all services, told apart by the signing name of each request. */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type AnswerParts, answer } from './answer.ts'
import { type Bills, createBills } from './bills/bills.ts'
import { type CallCounts, createCallCounts } from './call-counts.ts'
import { type Calls, createCalls, type Stores } from './calls.ts'
import { type Credentials, createCredentials } from './credentials.ts'
import { type EventBus, type EventBusOptions, startEventBus } from './events/event-bus.ts'
import { createFaults, type FaultRule, type Faults } from './faults.ts'
import { frontPage } from './front-page.ts'
import type { Queue } from './queues/queue.ts'
import { createQueues, type Queues } from './queues/queues.ts'
import { sandboxHeader, send } from './send.ts'
import { type Buckets, createBuckets } from './storage/buckets.ts'
import { createThrottle, type Throttle, type ThrottleSettings } from './throttle.ts'
import type { WireRequest } from './wire/service.ts'
import type { World } from './world/world.ts'

export type SandboxOptions = {
  /** What is served; its `now` is the clock of sessions and throttling too */
  world: World
  /** `127.0.0.1` unless given */
  host?: string
  /** A free one unless given */
  port?: number
  /** AWS's throttling: off unless true or settings are given */
  throttle?: boolean | Partial<Omit<ThrottleSettings, 'on'>>
  /** How long every answer takes at least, in milliseconds */
  latencyMs?: number
  faults?: FaultRule[]
  /** Of the faults that only happen with a probability */
  faultSeed?: number
  /** Puts an event into the queue `amigraph-events` of the management account for whatever happens; off unless given */
  events?: EventBusOptions
  /** Makes every session last this long, whatever AssumeRole asks for */
  sessionSeconds?: number
  logger?: Pick<Logger, 'debug' | 'error'>
  /** Other behaviours than the sandbox's own, by signing name and operation; for tests */
  calls?: (credentials: Credentials, stores: Stores) => Calls
}

export type Sandbox = {
  /** Without a slash at the end, e.g. `http://127.0.0.1:4566` */
  url: string
  port: number
  world: World
  credentials: Credentials
  queues: Queues
  buckets: Buckets
  /** Those of a made-up world; a loaded one has none */
  bills: Bills | null
  /** Where events arrive; null where none do */
  events: (EventBus & { queue: Queue; queueUrl: string }) | null
  faults: Faults
  throttle: Throttle
  /** How often it was called, by account, Region, service and operation */
  calls: CallCounts
  /** Stops listening and breaks every connection, also those that wait for an answer. May be called twice. */
  close: () => Promise<void>
}

const largestBody = 4 * 1024 * 1024

/** Why whatever waits for a client is given up; made once, because each answer ends with it. */
const clientGone = new Error('the client is gone')

/** Starts serving the world. Rejects where the host and port cannot be listened on (`EADDRINUSE`, `EACCES`). */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { world, host = '127.0.0.1', port = 0, throttle = false, latencyMs = 0, logger } = options
  const credentials = createCredentials({
    managementAccountId: world.organization.managementAccountId,
    now: world.now,
    sessionSeconds: options.sessionSeconds,
  })
  let url = ''
  const queues = createQueues({ now: world.now, origin: () => url })
  const buckets = createBuckets({ now: world.now })
  const bills = world.bornAt === undefined ? null : createBills(world, buckets, world.bornAt)
  const faults = createFaults(options.faultSeed)
  for (const rule of options.faults ?? []) faults.add(rule)
  const settings = typeof throttle === 'boolean' ? { on: throttle } : { ...throttle, on: true }
  const parts: AnswerParts = {
    world,
    credentials,
    calls: (options.calls ?? createCalls)(credentials, { queues, buckets, bills, now: world.now }),
    counts: createCallCounts(),
    throttle: createThrottle(world.now, settings),
    faults,
    onDefect: (error, call) => logger?.error({ err: error, ...call }, 'the sandbox failed to answer'),
  }

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const gone = new AbortController()
    outgoing.once('close', () => gone.abort(clientGone))
    const request = { ...(await readRequest(incoming)), signal: gone.signal }
    if (isFrontPage(request)) {
      const page = frontPage(world, incoming.headers.accept ?? '')
      outgoing.writeHead(200, { 'content-type': page.contentType, ...sandboxHeader }).end(page.body)
      return
    }
    const requestId = randomUUID()
    const answered = await answer(parts, request, requestId)
    const delayMs = latencyMs + answered.delayMs
    if (delayMs > 0) await sleep(delayMs)
    logger?.debug({ requestId, status: answered.response.status, fault: answered.fault?.kind }, 'answered')
    send(outgoing, answered)
  }

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(error => {
      // Nobody is left to answer: the client went away while it sent its request, or never stops sending
      logger?.debug({ err: error }, 'request given up')
      outgoing.destroy()
    })
  })
  // Clients keep their connections for longer than Node's default of five seconds between two calls
  server.keepAliveTimeout = 60_000

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port: boundPort } = server.address() as AddressInfo
  url = `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`
  const events = options.events === undefined ? null : startEvents(world, queues, options.events)
  return {
    url,
    port: boundPort,
    world,
    credentials,
    queues,
    buckets,
    bills,
    events,
    faults,
    throttle: parts.throttle,
    calls: parts.counts,
    close: () =>
      new Promise<void>(resolve => {
        events?.stop()
        bills?.close()
        // The only error is that it is closed already
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The queue lies in the first Region that the management account has, as an organization's event bus does. */
const startEvents = (world: World, queues: Queues, options: EventBusOptions) => {
  const { managementAccountId: accountId } = world.organization
  const region = world.accounts.get(accountId)?.enabledRegions.values().next().value ?? 'us-east-1'
  const queue = queues.create({ accountId, region, name: 'amigraph-events' })
  return { ...startEventBus(world, queue, options), queue, queueUrl: queues.urlOf(queue) }
}

/** The request with its whole body. Rejects where the client goes away or sends more than AWS would read. */
const readRequest = async (incoming: IncomingMessage): Promise<WireRequest> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestBody) throw new Error('request body too large')
    chunks.push(chunk)
  }
  const url = incoming.url ?? '/'
  const mark = url.indexOf('?')
  return {
    method: incoming.method ?? 'GET',
    path: mark === -1 ? url : url.slice(0, mark),
    query: mark === -1 ? '' : url.slice(mark + 1),
    headers: incoming.headers,
    body: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks),
  }
}

const isFrontPage = ({ method, path, query, headers }: WireRequest) =>
  (method === 'GET' || method === 'HEAD') && path === '/' && query === '' && headers.authorization === undefined
