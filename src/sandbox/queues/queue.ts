/** One SQS standard queue: messages at least once, in no order, invisible while somebody works on them. */
import { createHash, randomUUID } from 'node:crypto'

export type QueueAttributes = {
  visibilitySeconds: number
  delaySeconds: number
  waitSeconds: number
  /** Where a message goes that was received too often without being deleted */
  redrive: { deadLetterTargetArn: string; maxReceiveCount: number } | undefined
}

export type QueueMessage = {
  messageId: string
  body: string
  sentAt: Date
  /** Epoch milliseconds from which on it can be received */
  visibleAt: number
  receiveCount: number
  firstReceivedAt: Date | undefined
  /** Of the latest receive: earlier ones are out of date */
  receiptHandle: string | undefined
}

export type Queue = {
  readonly name: string
  readonly accountId: string
  readonly region: string
  readonly arn: string
  readonly attributes: QueueAttributes
  readonly createdAt: Date
  readonly messages: Map<string, QueueMessage>
  send: (body: string, delaySeconds?: number) => QueueMessage
  /** Up to `max` visible messages, the longest waiting first; they are invisible for `visibilitySeconds` from now on */
  receive: (max: number, visibilitySeconds?: number) => QueueMessage[]
  /** Waits until a message is visible, `milliseconds` are over or the signal aborts */
  waitForMessage: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** The message of the latest receive with that handle */
  find: (receiptHandle: string) => QueueMessage | undefined
}

export type QueueOptions = {
  name: string
  accountId: string
  region: string
  attributes?: Partial<QueueAttributes>
  now: () => Date
  /** Takes over a message that was received too often */
  redrive?: (message: QueueMessage, deadLetterTargetArn: string) => void
}

export const createQueue = (options: QueueOptions): Queue => {
  const { name, accountId, region, now } = options
  const attributes: QueueAttributes = {
    visibilitySeconds: 30,
    delaySeconds: 0,
    waitSeconds: 0,
    redrive: undefined,
    ...options.attributes,
  }
  const messages = new Map<string, QueueMessage>()
  const waiting = new Set<() => void>()

  /** Messages past the redrive policy leave for the dead-letter queue when they would be received once more. */
  const isRedriven = (message: QueueMessage) => {
    const { redrive } = attributes
    if (redrive === undefined || message.receiveCount < redrive.maxReceiveCount) return false
    messages.delete(message.messageId)
    options.redrive?.(message, redrive.deadLetterTargetArn)
    return true
  }

  return {
    name,
    accountId,
    region,
    arn: `arn:aws:sqs:${region}:${accountId}:${name}`,
    attributes,
    createdAt: now(),
    messages,
    send: (body, delaySeconds = attributes.delaySeconds) => {
      const sentAt = now()
      const message: QueueMessage = {
        messageId: randomUUID(),
        body,
        sentAt,
        visibleAt: sentAt.getTime() + delaySeconds * 1000,
        receiveCount: 0,
        firstReceivedAt: undefined,
        receiptHandle: undefined,
      }
      messages.set(message.messageId, message)
      for (const wake of waiting) wake()
      return message
    },
    receive: (max, visibilitySeconds = attributes.visibilitySeconds) => {
      const at = now()
      const visible = [...messages.values()].filter(
        message => message.visibleAt <= at.getTime() && !isRedriven(message),
      )
      return visible.slice(0, max).map(message => {
        message.visibleAt = at.getTime() + visibilitySeconds * 1000
        message.receiveCount += 1
        message.firstReceivedAt ??= at
        message.receiptHandle = Buffer.from(`${message.messageId}/${message.receiveCount}`).toString('base64url')
        return message
      })
    },
    waitForMessage: (milliseconds, signal) => {
      const at = now().getTime()
      const next = Math.min(...[...messages.values()].map(({ visibleAt }) => visibleAt - at), milliseconds)
      if (next <= 0 || signal?.aborted) return Promise.resolve()
      return new Promise(resolve => {
        const wake = () => {
          clearTimeout(timer)
          waiting.delete(wake)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        const timer = setTimeout(wake, next).unref()
        waiting.add(wake)
        signal?.addEventListener('abort', wake)
      })
    },
    find: receiptHandle => {
      const messageId = Buffer.from(receiptHandle, 'base64url').toString().split('/')[0] ?? ''
      const message = messages.get(messageId)
      return message?.receiptHandle === receiptHandle ? message : undefined
    },
  }
}

/** What clients check a body with. */
export const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
