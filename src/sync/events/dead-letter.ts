import type { QueueMessage } from '../../aws/sqs/event-queue.ts'
import type { DeadLetter } from '../../db/events/bury-letters.ts'
import type { AwsEvent } from '../../domain/aws-event.ts'

/** A message that is given up, as it is kept. */
export function deadLetter(
  { messageId, body, receiveCount, sentAt }: QueueMessage,
  { code, message }: { code: string; message: string },
  event: AwsEvent | null,
): DeadLetter {
  return {
    messageId,
    eventName: event?.name ?? null,
    accountId: event?.accountId ?? null,
    region: event?.region ?? null,
    errorCode: code,
    errorMessage: message,
    receiveCount,
    sentAt,
    body,
  }
}
