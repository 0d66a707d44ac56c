import type { SQSClient } from '@aws-sdk/client-sqs'

/** A queue, and a client that may read it. */
export type EventQueue = { queueUrl: string; sqs: SQSClient }

/** A message that was received and not deleted yet. */
export type QueueMessage = {
  messageId: string
  /** Of this very receive: what deletes the message, or hides it for longer */
  receiptHandle: string
  body: string
  sentAt: Date | null
  /** This time included */
  receiveCount: number
}

/** Entries that one batch of SQS's takes. */
const batchSize = 10

/** In parts of so many as a batch takes, with the IDs that tell a batch's entries apart. */
export function batchesOf<Item>(items: readonly Item[]): { Id: string; item: Item }[][] {
  const batches: { Id: string; item: Item }[][] = []
  for (let start = 0; start < items.length; start += batchSize)
    batches.push(items.slice(start, start + batchSize).map((item, index) => ({ Id: String(index), item })))
  return batches
}
