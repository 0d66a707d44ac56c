import { AwsError } from '../../call.ts'
import type { Queue, QueueAttributes } from '../../queues/queue.ts'

type Given = Partial<Record<string, string>>

/** A queue's attributes from the texts that SQS takes them as; those that the sandbox has no use for are ignored. */
export const readAttributes = (given: Given = {}): Partial<QueueAttributes> => ({
  ...seconds(given, 'VisibilityTimeout', 43_200, value => ({ visibilitySeconds: value })),
  ...seconds(given, 'DelaySeconds', 900, value => ({ delaySeconds: value })),
  ...seconds(given, 'ReceiveMessageWaitTimeSeconds', 20, value => ({ waitSeconds: value })),
  ...(given['RedrivePolicy'] === undefined ? {} : { redrive: readRedrive(given['RedrivePolicy']) }),
})

/** The same the other way round, with what is counted and fixed. */
export const showAttributes = (queue: Queue, now: Date): Record<string, string> => {
  const { visibilitySeconds, delaySeconds, waitSeconds, redrive } = queue.attributes
  const messages = [...queue.messages.values()]
  const visible = messages.filter(({ visibleAt }) => visibleAt <= now.getTime()).length
  const inFlight = messages.filter(({ visibleAt, receiveCount }) => visibleAt > now.getTime() && receiveCount > 0)
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight.length),
    ApproximateNumberOfMessagesDelayed: String(messages.length - visible - inFlight.length),
    CreatedTimestamp: String(Math.floor(queue.createdAt.getTime() / 1000)),
    VisibilityTimeout: String(visibilitySeconds),
    DelaySeconds: String(delaySeconds),
    ReceiveMessageWaitTimeSeconds: String(waitSeconds),
    ...(redrive === undefined ? {} : { RedrivePolicy: JSON.stringify(redrive) }),
  }
}

const seconds = <Read>(given: Given, name: string, most: number, read: (value: number) => Read): Partial<Read> => {
  const text = given[name]
  if (text === undefined) return {}
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > most) throw invalid(name, text)
  return read(value)
}

const readRedrive = (text: string): NonNullable<QueueAttributes['redrive']> => {
  try {
    const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(text)
    const count = Number(maxReceiveCount)
    if (typeof deadLetterTargetArn === 'string' && count >= 1 && count <= 1000)
      return { deadLetterTargetArn, maxReceiveCount: count }
  } catch {
    // Refused below, as what is JSON and no policy
  }
  throw invalid('RedrivePolicy', text)
}

const invalid = (name: string, value: string) =>
  new AwsError('InvalidAttributeValue', `Invalid value ${value} for the parameter ${name}.`)
