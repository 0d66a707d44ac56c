/** Puts an event into a queue for what happens in the world, as an organization's event bus and its rule do. */
import type { Queue } from '../queues/queue.ts'
import { createRandom } from '../world/random.ts'
import type { World } from '../world/world.ts'
import { eventsOfChange } from './events-of-change.ts'

export type EventBusOptions = {
  /** How long every event is under way, in milliseconds; 0 unless given */
  delayMs?: number
  /** And up to so much longer, each by itself, so that they arrive out of order */
  jitterMs?: number
  /** 0–1: how probable it is that an event arrives once more (and then again) */
  duplicates?: number
  /** Of IDs, jitter and duplicates */
  seed?: number
}

export type EventBus = {
  /** Resolves when no event is under way any more */
  settled: () => Promise<void>
  /** Drops what is under way, and listens no longer */
  stop: () => void
}

export const startEventBus = (world: World, queue: Queue, options: EventBusOptions = {}): EventBus => {
  const { delayMs = 0, jitterMs = 0, duplicates = 0, seed = 1 } = options
  const random = createRandom(seed)
  const underWay = new Set<NodeJS.Timeout>()
  let settled: (() => void)[] = []

  const tellSettled = () => {
    if (underWay.size > 0) return
    for (const tell of settled) tell()
    settled = []
  }

  const deliver = (body: string) => {
    const delay = delayMs + random.unit() * jitterMs
    if (delay === 0) {
      queue.send(body)
    } else {
      const timer = setTimeout(() => {
        underWay.delete(timer)
        queue.send(body)
        tellSettled()
      }, delay).unref()
      underWay.add(timer)
    }
    if (random.chance(duplicates)) deliver(body)
  }

  const unsubscribe = world.onChange(change => {
    for (const event of eventsOfChange(world, change, random)) deliver(JSON.stringify(event))
  })

  return {
    settled: () =>
      new Promise(resolve => {
        settled.push(resolve)
        tellSettled()
      }),
    stop: () => {
      unsubscribe()
      for (const timer of underWay) clearTimeout(timer)
      underWay.clear()
      tellSettled()
    },
  }
}
