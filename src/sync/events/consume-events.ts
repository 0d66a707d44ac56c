import type { EventQueue, QueueMessage } from '../../aws/sqs/event-queue.ts'
import { buryLetters } from '../../db/events/bury-letters.ts'
import { noteReceived } from '../../db/events/note-received.ts'
import type { Place } from '../../domain/source.ts'
import { createByPlace } from './by-place.ts'
import { deadLetter } from './dead-letter.ts'
import type { EventContext } from './event-context.ts'
import type { HeldEvent } from './held-event.ts'
import { holdMessages } from './held-messages.ts'
import { readHeldEvents } from './read-held-events.ts'
import { receiveUntilStopped } from './receive-until-stopped.ts'
import { settleEvents } from './settle-events.ts'

export type ConsumerOptions = {
  /** How long one request waits for messages */
  waitSeconds: number
  /** How long a message is nobody else's; renewed while it is worked on */
  visibilitySeconds: number
  /** When what failed is tried again; twice as late each time, at most a quarter of an hour */
  retrySeconds: number
  /** How often a message is tried before it is given up */
  mostReceives: number
  /** Messages that are worked on at the same time */
  mostHeld: number
}

export const consumerDefaults: ConsumerOptions = {
  waitSeconds: 20,
  visibilitySeconds: 60,
  retrySeconds: 5,
  mostReceives: 8,
  mostHeld: 1_000,
}

const longestRetrySeconds = 900

export type EventConsumer = {
  /** Takes no further message, gives back those it has not begun with, waits for the others */
  stop(): Promise<void>
}

/**
 * Follows the events of a queue until it is stopped. A message is deleted once what it names is read and committed, so a
 * worker that dies loses none; any number of them may read the same queue, because what is written is what AWS answered
 * and never what an event said, whatever order they came in.
 */
export function consumeEvents(
  context: EventContext,
  queue: EventQueue,
  options: ConsumerOptions = consumerDefaults,
): EventConsumer {
  const { statements, logger } = context
  const held = holdMessages(queue, options.visibilitySeconds, logger)
  const ignored = createTally()

  const tryAgain = async ({ held: { message, event }, failure }: Failed): Promise<void> => {
    if (message.receiveCount >= options.mostReceives) {
      await buryLetters(statements, queue.queueUrl, [deadLetter(message, failure, event)])
      return held.finish([message])
    }
    const seconds = options.retrySeconds * 2 ** (message.receiveCount - 1)
    return held.giveBack([message], Math.round(Math.min(seconds, longestRetrySeconds)))
  }
  const work = async (place: Place, events: readonly HeldEvent[]): Promise<void> => {
    try {
      const settled = await settleEvents(context, place, events)
      ignored.add(settled.ignored)
      await held.finish(messagesOf(settled.done))
      for (const failed of settled.again) await tryAgain(failed)
    } catch (error) {
      logger.warn({ err: error, ...place, events: events.length }, 'events could not be dealt with; they come again')
    } finally {
      held.letGo(messagesOf(events))
    }
  }
  const byPlace = createByPlace(context.concurrency, work)

  const take = async (messages: readonly QueueMessage[]): Promise<void> => {
    const { events, nameless, unreadable } = readHeldEvents(messages)
    for (const event of events) {
      held.hold(event.message)
      byPlace.add(event)
    }
    ignored.add(nameless.length)
    await noteReceived(statements, queue.queueUrl, { received: messages.length, ignored: ignored.take() })
    const letters = unreadable.map(({ message, error }) => deadLetter(message, error, null))
    if (letters.length > 0) await buryLetters(statements, queue.queueUrl, letters)
    await held.finish([...nameless, ...unreadable.map(({ message }) => message)])
  }

  const stopping = new AbortController()
  const receiving = receiveUntilStopped(context, queue, {
    ...options,
    signal: stopping.signal,
    room: () => held.below(options.mostHeld),
    take,
  })
  return {
    async stop() {
      stopping.abort()
      // Before the receiver: it may be waiting for room.
      const unbegun = messagesOf(byPlace.drain())
      await held.giveBack(unbegun, 0).catch(() => {})
      await receiving
      await held.giveBack(messagesOf(byPlace.drain()), 0).catch(() => {})
      await byPlace.settled()
      held.close()
    },
  }
}

type Failed = Awaited<ReturnType<typeof settleEvents>>['again'][number]

function messagesOf(events: readonly HeldEvent[]): QueueMessage[] {
  return events.map(({ message }) => message)
}

/** A number that is written down now and then. */
function createTally(): { add(count: number): void; take(): number } {
  let sum = 0
  return {
    add: count => {
      sum += count
    },
    take: () => {
      const taken = sum
      sum = 0
      return taken
    },
  }
}
