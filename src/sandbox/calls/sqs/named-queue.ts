import { AwsError, type CallContext } from '../../call.ts'
import type { Queue, QueueMessage } from '../../queues/queue.ts'
import type { Queues } from '../../queues/queues.ts'

/** The caller's queue in this Region that the URL names. */
export const namedQueue = (queues: Queues, url: string | undefined, { caller, region }: CallContext): Queue => {
  const [, accountId, name] = /\/(\d{12})\/([\w-]{1,80}(?:\.fifo)?)$/.exec(url ?? '') ?? []
  if (accountId === undefined || name === undefined)
    throw new AwsError('InvalidAddress', `The address ${url} is not valid for this endpoint.`, 404)
  // Queue policies are not made up: a queue is its owner's alone
  if (accountId !== caller.accountId)
    throw new AwsError('AccessDenied', 'Access to the resource is denied by the queue policy.', 403)
  const queue = queues.find({ accountId, region, name })
  if (queue === undefined) throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.')
  return queue
}

/** The message that the handle of its latest receive names; undefined where it is deleted, or was received again since. */
export const heldMessage = (queue: Queue, receiptHandle: string | undefined): QueueMessage | undefined => {
  if (!receiptHandle || !/^[\w-]+$/.test(receiptHandle))
    throw new AwsError('ReceiptHandleIsInvalid', `The input receipt handle "${receiptHandle}" is not valid.`, 404)
  return queue.find(receiptHandle)
}
