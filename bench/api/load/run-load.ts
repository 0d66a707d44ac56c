import autocannon from 'autocannon'
import type { Queryable } from '../../../src/db/pool.ts'
import { cpuSeconds } from '../../process/process-usage.ts'
import type { LoadRequest } from './request.ts'
import { settle } from './settle.ts'

/** What came out of one run of load. */
export type Sample = {
  readonly requests: number
  readonly perSecond: number
  /** Milliseconds */
  readonly p50: number
  readonly p99: number
  /** CPU time of the contestant's process; null where the system does not tell */
  readonly cpuMsPerRequest: number | null
  /** Bytes of an answer, with its headers, on average */
  readonly bytes: number
}

export type LoadOptions = {
  readonly url: string
  readonly pid: number
  /** The contestant's database, to see when it has become quiet */
  readonly database: Queryable
  readonly requests: readonly LoadRequest[]
  readonly connections: number
  readonly seconds: number
}

/** However slow the answers are, a run ends by then. */
const longestSeconds = 120

/**
 * Asks as fast as answers come, on so many connections with one request under way on each. Every connection goes round
 * its own part of the requests. Where answers take longer than the run is meant to, it goes on until there are as many
 * answers as connections. Throws where anything but 200 comes back: an error is quick to give.
 */
export const runLoad = async (options: LoadOptions): Promise<Sample> => {
  const before = cpuSeconds(options.pid)
  const result = await generateLoad(options)
  const after = cpuSeconds(options.pid)
  await settle(options.pid, options.database)
  const answered = result['2xx']
  if (answered === 0 || result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${options.url}: ${answered} answers, ${result.non2xx} not 200, ${result.errors} errors`)
  }
  return {
    requests: answered,
    perSecond: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMsPerRequest: before === null || after === null ? null : ((after - before) * 1000) / answered,
    bytes: Math.round(result.throughput.total / answered),
  }
}

const generateLoad = ({ url, requests, connections, seconds }: LoadOptions): Promise<autocannon.Result> =>
  new Promise((resolve, reject) => {
    let connection = 0
    let answers = 0
    let timeIsUp = false
    const load = autocannon(
      {
        url: new URL(url).origin,
        connections,
        duration: longestSeconds,
        // How often the end is looked for; what is counted is divided by the time that really passed.
        sampleInt: 50,
        timeout: longestSeconds,
        setupClient: client => client.setRequests(partOf(requests, connection++, connections) as autocannon.Request[]),
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    )
    const stopIfDone = () => {
      if (timeIsUp && answers >= connections) load.stop?.()
    }
    load.on('response', () => {
      answers++
      stopIfDone()
    })
    setTimeout(() => {
      timeIsUp = true
      stopIfDone()
    }, seconds * 1000)
  })

/** The requests of one connection: a copy, because the load generator keeps its own things in them. */
const partOf = (requests: readonly LoadRequest[], index: number, connections: number): LoadRequest[] => {
  const part = requests.filter((_, i) => i % connections === index % connections)
  return (part.length > 0 ? part : [requests[index % requests.length] as LoadRequest]).map(request => ({ ...request }))
}
