import { setTimeout as delay } from 'node:timers/promises'
import type { Measured } from '../../figures/figure.ts'
import type { FigureKey } from '../goals.ts'
import type { Changed, Sandbox } from '../sandbox/sandbox.ts'
import { runSync } from '../worker/run-sync.ts'
import { type Served, startApi, startWorker } from '../worker/start-process.ts'
import { type Arena, within } from './arena.ts'

/** How often the API is asked whether it shows a change yet. */
const askAgainMs = 25
const givenUpMs = 30_000

/** Changes of the world, one after the other: from the moment its message is in the queue until the API's answer has changed. */
export const measureEvent = async (arena: Arena): Promise<Partial<Record<FigureKey, Measured>>> => {
  const { accounts, latencyMs, settings, events } = arena.options
  const plan = { world: { accounts, busy: { images: 20, instances: 20 } }, throttle: true, latencyMs, events: true }
  return within(arena, plan, async (sandbox, database) => {
    await runSync(sandbox, database, settings)
    await using opened = new AsyncDisposableStack()
    const following = { ...settings, AMIGRAPH_EVENTS_QUEUE_URL: sandbox.eventsQueueUrl ?? '' }
    opened.adopt(await startWorker(sandbox, database, following), ({ stop }) => stop())
    const api = opened.adopt(await startApi(database), ({ stop }) => stop())
    const seconds: number[] = []
    for (let index = 0; index < events; index += 1) seconds.push(await secondsUntilShown(sandbox, api, index))
    seconds.sort((one, other) => one - other)
    arena.progress.say(`event: ${seconds.map(one => one.toFixed(2)).join(', ')} s`)
    const detail = { events, median: percentile(seconds, 0.5), most: seconds.at(-1) }
    return { 'sync.event': { value: percentile(seconds, 0.95), detail } }
  })
}

const percentile = (sorted: readonly number[], part: number): number => {
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)]
  if (value === undefined) throw new Error('Nothing was measured')
  return value
}

/** A launch and a new share, in turn. */
const secondsUntilShown = async (sandbox: Sandbox, api: Served, index: number): Promise<number> => {
  const changed = await sandbox.change(index % 2 === 0 ? 'launch' : 'share')
  const began = performance.now()
  while (performance.now() - began < givenUpMs) {
    if (await isShown(api, changed)) return (performance.now() - began) / 1000
    await delay(askAgainMs)
  }
  throw new Error(`The API did not show within ${givenUpMs / 1000} s what became of ${JSON.stringify(changed)}`)
}

const isShown = async (api: Served, { region, imageId, instanceId, grantee }: Changed): Promise<boolean> => {
  const query =
    instanceId === null
      ? `{ image(imageId: "${imageId}", region: "${region}") { launchPermissions { grantee } } }`
      : `{ instance(instanceId: "${instanceId}", region: "${region}") { imageId } }`
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const { data, errors } = (await response.json()) as {
    data?: { image?: { launchPermissions: { grantee: string }[] }; instance?: { imageId: string } }
    errors?: { message: string }[]
  }
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '))
  if (instanceId !== null) return data?.instance?.imageId === imageId
  return data?.image?.launchPermissions.some(permission => permission.grantee === grantee) ?? false
}
