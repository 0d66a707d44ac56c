import type { DeleteMessageBatchRequest, DeleteMessageBatchResult, DeleteMessageRequest } from '@aws-sdk/client-sqs'
import type { Call } from '../../call.ts'
import type { Queue } from '../../queues/queue.ts'
import type { Queues } from '../../queues/queues.ts'
import { eachEntry } from './batch.ts'
import { heldMessage, namedQueue } from './named-queue.ts'

/** Deletes a message for good. A handle from before it was received again deletes nothing, and says so to nobody. */
export const deleteMessage =
  (queues: Queues): Call<DeleteMessageRequest, Record<never, never>> =>
  (input, context) => {
    drop(namedQueue(queues, input.QueueUrl, context), input.ReceiptHandle)
    return {}
  }

/** The same for up to ten messages. */
export const deleteMessageBatch =
  (queues: Queues): Call<DeleteMessageBatchRequest, DeleteMessageBatchResult> =>
  (input, context) => {
    const queue = namedQueue(queues, input.QueueUrl, context)
    return eachEntry(input.Entries, ({ ReceiptHandle }) => drop(queue, ReceiptHandle))
  }

const drop = (queue: Queue, receiptHandle: string | undefined) => {
  const message = heldMessage(queue, receiptHandle)
  if (message !== undefined) queue.messages.delete(message.messageId)
}
