import type {
  CreateQueueRequest,
  CreateQueueResult,
  GetQueueAttributesRequest,
  GetQueueAttributesResult,
  GetQueueUrlRequest,
  GetQueueUrlResult,
} from '@aws-sdk/client-sqs'
import { AwsError, type Call } from '../../call.ts'
import type { Queues } from '../../queues/queues.ts'
import { readAttributes, showAttributes } from './attributes.ts'
import { namedQueue } from './named-queue.ts'

/** Makes a standard queue, or names the one that is there under this name. */
export const createQueue =
  (queues: Queues): Call<CreateQueueRequest, CreateQueueResult> =>
  (input, { caller, region }) => {
    const name = input.QueueName ?? ''
    if (!/^[\w-]{1,80}$/.test(name))
      throw new AwsError(
        'InvalidParameterValue',
        'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
      )
    const queue = queues.create({ accountId: caller.accountId, region, name }, readAttributes(input.Attributes))
    return { QueueUrl: queues.urlOf(queue) }
  }

/** Where a queue of that name is. */
export const getQueueUrl =
  (queues: Queues): Call<GetQueueUrlRequest, GetQueueUrlResult> =>
  (input, { caller, region }) => {
    const accountId = input.QueueOwnerAWSAccountId ?? caller.accountId
    const queue = queues.find({ accountId, region, name: input.QueueName ?? '' })
    if (queue === undefined) throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.')
    return { QueueUrl: queues.urlOf(queue) }
  }

/** A queue's attributes and how many messages it holds: those that are named, or all. */
export const getQueueAttributes =
  (queues: Queues): Call<GetQueueAttributesRequest, GetQueueAttributesResult> =>
  (input, context) => {
    const all = showAttributes(namedQueue(queues, input.QueueUrl, context), context.now())
    const wanted = new Set<string>(input.AttributeNames ?? [])
    return {
      Attributes: Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has('All') || wanted.has(name))),
    }
  }
