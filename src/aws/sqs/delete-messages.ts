import { DeleteMessageBatchCommand } from '@aws-sdk/client-sqs'
import { batchesOf, type EventQueue, type QueueMessage } from './event-queue.ts'

/** sqs DeleteMessageBatch. One that could not be deleted comes again, which does no harm. */
export async function deleteMessages({ sqs, queueUrl }: EventQueue, messages: readonly QueueMessage[]): Promise<void> {
  for (const batch of batchesOf(messages))
    await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: batch.map(({ Id, item }) => ({ Id, ReceiptHandle: item.receiptHandle })),
      }),
    )
}
