import { ChangeMessageVisibilityBatchCommand } from '@aws-sdk/client-sqs'
import { batchesOf, type EventQueue, type QueueMessage } from './event-queue.ts'

/**
 * sqs ChangeMessageVisibilityBatch: nobody gets to see these messages for so many seconds from now on; 0 gives them back.
 * One that is nobody's to hide any more is left out.
 */
export async function hideMessages(
  { sqs, queueUrl }: EventQueue,
  messages: readonly QueueMessage[],
  seconds: number,
): Promise<void> {
  for (const batch of batchesOf(messages))
    await sqs.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl: queueUrl,
        Entries: batch.map(({ Id, item }) => ({
          Id,
          ReceiptHandle: item.receiptHandle,
          VisibilityTimeout: seconds,
        })),
      }),
    )
}
