import pLimit from 'p-limit'
import type { Place } from '../../domain/source.ts'
import type { HeldEvent } from './held-event.ts'

/** Events of one account and Region that are read together. */
const mostTogether = 200

export type ByPlace = {
  /** Adds an event; it is worked on as soon as its account and Region are free */
  add(held: HeldEvent): void
  /** Takes out what nobody has begun with */
  drain(): HeldEvent[]
  /** Resolves once nothing is under way */
  settled(): Promise<void>
}

/**
 * Works on the events of one account and Region one batch after the other, on different ones at the same time: whatever
 * comes while a batch is under way is in the next. So a burst costs few calls, and a place that AWS is slow in keeps no
 * other waiting.
 */
export function createByPlace(
  concurrency: number,
  /** Never throws */
  work: (place: Place, events: readonly HeldEvent[]) => Promise<void>,
): ByPlace {
  const limit = pLimit(concurrency)
  const waiting = new Map<string, HeldEvent[]>()
  const underWay = new Map<string, Promise<void>>()

  const run = async (key: string, place: Place): Promise<void> => {
    while (waiting.has(key))
      await limit(async () => {
        const events = waiting.get(key)?.splice(0, mostTogether) ?? []
        if (events.length > 0) return work(place, events)
        // In one go, so that an event which comes now begins anew.
        waiting.delete(key)
        underWay.delete(key)
      })
  }
  return {
    add(held) {
      const { accountId, region } = held.event
      const key = `${accountId}/${region}`
      const events = waiting.get(key) ?? []
      waiting.set(key, events)
      events.push(held)
      if (underWay.has(key)) return
      underWay.set(key, run(key, { accountId, region }))
    },
    drain() {
      return [...waiting.values()].flatMap(events => events.splice(0))
    },
    async settled() {
      await Promise.allSettled(underWay.values())
    },
  }
}
