import type { SendMessageRequest, SendMessageResult } from '@aws-sdk/client-sqs'
import { AwsError, type Call } from '../../call.ts'
import { md5 } from '../../queues/queue.ts'
import type { Queues } from '../../queues/queues.ts'
import { namedQueue } from './named-queue.ts'

const largestMessage = 1024 * 1024

/** Puts a message into a queue. */
export const sendMessage =
  (queues: Queues): Call<SendMessageRequest, SendMessageResult> =>
  (input, context) => {
    const queue = namedQueue(queues, input.QueueUrl, context)
    const body = input.MessageBody ?? ''
    if (body === '') throw new AwsError('MissingParameter', 'The request must contain the parameter MessageBody.')
    if (Buffer.byteLength(body) > largestMessage)
      throw new AwsError(
        'InvalidParameterValue',
        `One or more parameters are invalid. Reason: Message must be shorter than ${largestMessage} bytes.`,
      )
    const { messageId } = queue.send(body, input.DelaySeconds)
    return { MessageId: messageId, MD5OfMessageBody: md5(body) }
  }
