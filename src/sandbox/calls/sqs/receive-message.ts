import type { Message, ReceiveMessageRequest, ReceiveMessageResult } from '@aws-sdk/client-sqs'
import { AwsError, type Call } from '../../call.ts'
import { md5, type QueueMessage } from '../../queues/queue.ts'
import type { Queues } from '../../queues/queues.ts'
import { namedQueue } from './named-queue.ts'

/** Up to ten messages; waits for the first one as long as is asked for, or until the client goes away. */
export const receiveMessage =
  (queues: Queues): Call<ReceiveMessageRequest, ReceiveMessageResult> =>
  async (input, context) => {
    const queue = namedQueue(queues, input.QueueUrl, context)
    const max = within('MaxNumberOfMessages', input.MaxNumberOfMessages ?? 1, 1, 10)
    const waitSeconds = within('WaitTimeSeconds', input.WaitTimeSeconds ?? queue.attributes.waitSeconds, 0, 20)
    const deadline = performance.now() + waitSeconds * 1000
    const take = () => (context.signal?.aborted ? [] : queue.receive(max, input.VisibilityTimeout))
    let taken = take()
    for (let left = waitSeconds * 1000; taken.length === 0 && left > 0; left = deadline - performance.now()) {
      await queue.waitForMessage(left, context.signal)
      if (context.signal?.aborted) break
      taken = take()
    }
    const wanted = new Set<string>([...(input.MessageSystemAttributeNames ?? []), ...(input.AttributeNames ?? [])])
    return taken.length === 0 ? {} : { Messages: taken.map(message => show(message, wanted)) }
  }

const show = (message: QueueMessage, wanted: ReadonlySet<string>): Message => {
  const attributes = {
    SentTimestamp: String(message.sentAt.getTime()),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt?.getTime() ?? ''),
  }
  const shown = Object.entries(attributes).filter(([name]) => wanted.has('All') || wanted.has(name))
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(shown.length > 0 ? { Attributes: Object.fromEntries(shown) } : {}),
  }
}

const within = (name: string, value: number, least: number, most: number) => {
  if (value >= least && value <= most) return value
  throw new AwsError(
    'InvalidParameterValue',
    `Value ${value} for parameter ${name} is invalid. Reason: Must be between ${least} and ${most}, if provided.`,
  )
}
