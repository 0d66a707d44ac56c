/** The SQS queues of one sandbox, by owner, Region and name. They live as long as it does. */
import { createQueue, type Queue, type QueueAttributes } from './queue.ts'

export type QueueName = { accountId: string; region: string; name: string }

export type Queues = {
  /** The queue of that name, made where there is none yet */
  create: (name: QueueName, attributes?: Partial<QueueAttributes>) => Queue
  find: (name: QueueName) => Queue | undefined
  /** As SQS names it to clients; the Region is not in it, the request's signature has it */
  urlOf: (queue: Queue) => string
}

/** `origin` is where the sandbox listens. */
export const createQueues = (options: { now: () => Date; origin: () => string }): Queues => {
  const { now, origin } = options
  const queues = new Map<string, Queue>()
  const byArn = (arn: string) => queues.values().find(queue => queue.arn === arn)
  const keyOf = ({ accountId, region, name }: QueueName) => `${accountId}/${region}/${name}`

  return {
    create: (name, attributes = {}) => {
      const known = queues.get(keyOf(name))
      if (known) return known
      const queue = createQueue({
        ...name,
        attributes,
        now,
        redrive: (message, arn) => byArn(arn)?.send(message.body),
      })
      queues.set(keyOf(name), queue)
      return queue
    },
    find: name => queues.get(keyOf(name)),
    urlOf: queue => `${origin()}/${queue.accountId}/${queue.name}`,
  }
}
