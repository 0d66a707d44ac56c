import type { Queues } from '../../queues/queues.ts'
import { changeMessageVisibility, changeMessageVisibilityBatch } from './change-message-visibility.ts'
import { deleteMessage, deleteMessageBatch } from './delete-message.ts'
import { createQueue, getQueueAttributes, getQueueUrl } from './queue.ts'
import { receiveMessage } from './receive-message.ts'
import { sendMessage } from './send-message.ts'

/** SQS's calls over the queues of one sandbox. */
export const sqsCalls = (queues: Queues) => ({
  ChangeMessageVisibility: changeMessageVisibility(queues),
  ChangeMessageVisibilityBatch: changeMessageVisibilityBatch(queues),
  CreateQueue: createQueue(queues),
  DeleteMessage: deleteMessage(queues),
  DeleteMessageBatch: deleteMessageBatch(queues),
  GetQueueAttributes: getQueueAttributes(queues),
  GetQueueUrl: getQueueUrl(queues),
  ReceiveMessage: receiveMessage(queues),
  SendMessage: sendMessage(queues),
})
