import { setTimeout as delay } from 'node:timers/promises'
import { readFailure } from '../../aws/aws-failure.ts'
import type { EventQueue, QueueMessage } from '../../aws/sqs/event-queue.ts'
import { receiveMessages } from '../../aws/sqs/receive-messages.ts'
import { noteQueueFailure } from '../../db/events/note-queue-failure.ts'
import type { EventContext } from './event-context.ts'

export type Receiving = {
  waitSeconds: number
  visibilitySeconds: number
  signal: AbortSignal
  /** Resolves once there is room for more */
  room(): Promise<void>
  /** Takes what came; none where the time was over */
  take(messages: readonly QueueMessage[]): Promise<void>
}

const longestPause = 30_000

/** Receives message after message. A queue or database that is away is tried again, ever more rarely. */
export async function receiveUntilStopped(
  { statements, logger }: EventContext,
  queue: EventQueue,
  { room, take, ...receiving }: Receiving,
): Promise<void> {
  const { signal } = receiving
  for (let failures = 0; !signal.aborted; ) {
    try {
      await room()
      await take(await receiveMessages(queue, receiving))
      failures = 0
    } catch (error) {
      if (signal.aborted) return
      const failure = readFailure(error)
      logger.warn({ err: error, queueUrl: queue.queueUrl }, 'events could not be received')
      await noteQueueFailure(statements, queue.queueUrl, failure).catch(() => {})
      const pause = Math.min(500 * 2 ** failures, longestPause)
      failures += 1
      await delay(pause, undefined, { signal, ref: false }).catch(() => {})
    }
  }
}
