import type { QueueMessage } from '../../aws/sqs/event-queue.ts'
import { UnreadableEvent } from '../../domain/aws-event/json.ts'
import { type AwsEvent, readAwsEvent } from '../../domain/aws-event.ts'
import type { HeldEvent } from './held-event.ts'

/** Messages by what they turn out to be. */
export type ReadMessages = {
  events: HeldEvent[]
  /** Events that name nothing: of other kinds, or calls that failed */
  nameless: QueueMessage[]
  unreadable: { message: QueueMessage; error: UnreadableEvent }[]
}

export function readHeldEvents(messages: readonly QueueMessage[]): ReadMessages {
  const read: ReadMessages = { events: [], nameless: [], unreadable: [] }
  for (const message of messages) {
    const event = readOrError(message.body)
    if (event instanceof UnreadableEvent) read.unreadable.push({ message, error: event })
    else if (event.names.length === 0) read.nameless.push(message)
    else read.events.push({ message, event })
  }
  return read
}

function readOrError(body: string): AwsEvent | UnreadableEvent {
  try {
    return readAwsEvent(body)
  } catch (error) {
    if (error instanceof UnreadableEvent) return error
    throw error
  }
}
