import type {
  ChangeMessageVisibilityBatchRequest,
  ChangeMessageVisibilityBatchResult,
  ChangeMessageVisibilityRequest,
} from '@aws-sdk/client-sqs'
import { AwsError, type Call } from '../../call.ts'
import type { Queue } from '../../queues/queue.ts'
import type { Queues } from '../../queues/queues.ts'
import { eachEntry } from './batch.ts'
import { heldMessage, namedQueue } from './named-queue.ts'

/** Keeps a received message out of sight for so many seconds from now on; 0 lets it be received again at once. */
export const changeMessageVisibility =
  (queues: Queues): Call<ChangeMessageVisibilityRequest, Record<never, never>> =>
  (input, context) => {
    hide(namedQueue(queues, input.QueueUrl, context), input, context.now())
    return {}
  }

/** The same for up to ten messages. */
export const changeMessageVisibilityBatch =
  (queues: Queues): Call<ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchResult> =>
  (input, context) => {
    const queue = namedQueue(queues, input.QueueUrl, context)
    return eachEntry(input.Entries, entry => hide(queue, entry, context.now()))
  }

type Wanted = { ReceiptHandle: string | undefined; VisibilityTimeout?: number | undefined }

const hide = (queue: Queue, { ReceiptHandle, VisibilityTimeout: seconds = 0 }: Wanted, now: Date) => {
  if (seconds < 0 || seconds > 43_200)
    throw new AwsError('InvalidParameterValue', `Value ${seconds} for parameter VisibilityTimeout is invalid.`)
  const message = heldMessage(queue, ReceiptHandle)
  if (message === undefined || message.visibleAt <= now.getTime())
    throw new AwsError('MessageNotInflight', 'The specified message is not in flight.')
  message.visibleAt = now.getTime() + seconds * 1000
}
