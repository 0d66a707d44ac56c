import { ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import type { EventQueue, QueueMessage } from './event-queue.ts'

export type Receiving = {
  /** How long to wait for the first message, 0 to 20 */
  waitSeconds: number
  /** How long nobody else gets to see what was received */
  visibilitySeconds: number
  signal: AbortSignal
}

/** sqs ReceiveMessage: up to ten messages, as soon as there is one; none where the time is over. */
export async function receiveMessages(
  { sqs, queueUrl }: EventQueue,
  { waitSeconds, visibilitySeconds, signal }: Receiving,
): Promise<QueueMessage[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: waitSeconds,
      VisibilityTimeout: visibilitySeconds,
      MessageSystemAttributeNames: ['ApproximateReceiveCount', 'SentTimestamp'],
    }),
    { abortSignal: signal },
  )
  return Messages.flatMap(({ MessageId, ReceiptHandle, Body, Attributes }) =>
    MessageId === undefined || ReceiptHandle === undefined
      ? []
      : [
          {
            messageId: MessageId,
            receiptHandle: ReceiptHandle,
            body: Body ?? '',
            sentAt: readTime(Attributes?.SentTimestamp),
            receiveCount: Number(Attributes?.ApproximateReceiveCount ?? 1),
          },
        ],
  )
}

function readTime(milliseconds: string | undefined): Date | null {
  const date = new Date(Number(milliseconds))
  return Number.isNaN(date.getTime()) ? null : date
}
