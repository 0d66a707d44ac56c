import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs'
import { beforeEach, describe, expect, it } from 'vitest'
import { serve } from '../served.ts'
import { member, tinyWorld } from '../tiny-world.ts'

// Amazon SQS Developer Guide: standard queues, long polling, visibility time-out, dead-letter queues.

const start = new Date('2026-03-01T12:00:00Z')
let world: ReturnType<typeof tinyWorld>
let served: Awaited<ReturnType<typeof serve>>
let sqs: ReturnType<typeof served.sqs>
let QueueUrl: string
beforeEach(async () => {
  world = tinyWorld(start)
  served = await serve({ world })
  sqs = served.sqs()
  QueueUrl = await create('events')
})

const create = async (QueueName: string, Attributes = {}) =>
  (await sqs.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl ?? ''
const send = (MessageBody: string, more = {}) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, ...more }))
const receive = async (more = {}): Promise<Message[]> =>
  (await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...more }))).Messages ?? []
const pass = (seconds: number) => world.setTime(new Date(world.now().getTime() + seconds * 1000))
const counts = async (url = QueueUrl) => {
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }))
  return [Attributes?.ApproximateNumberOfMessages, Attributes?.ApproximateNumberOfMessagesNotVisible].map(Number)
}

describe('a queue', () => {
  it('is named by its URL, and by its name', async () => {
    expect(QueueUrl).toBe(`${served.sandbox.url}/111111111111/events`)
    expect((await sqs.send(new GetQueueUrlCommand({ QueueName: 'events' }))).QueueUrl).toBe(QueueUrl)
    await expect(sqs.send(new GetQueueUrlCommand({ QueueName: 'other' }))).rejects.toThrow(/does not exist/)
    await expect(receive({ QueueUrl: `${QueueUrl}x` })).rejects.toThrow(/does not exist/)
    await expect(receive({ QueueUrl: 'nowhere' })).rejects.toThrow(/not valid/)
  })

  it('is its owner’s alone, and lies in its Region', async () => {
    await expect(receive({ QueueUrl: QueueUrl.replace('111111111111', member) })).rejects.toThrow(/denied/)
    const elsewhere = served.sqs({ region: 'us-east-1' })
    await expect(elsewhere.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toThrow(/does not exist/)
  })

  it('hides what was received until it is deleted or its time is over', async () => {
    await send('{"größe":"🚀"}')
    const [message] = await receive({ MessageSystemAttributeNames: ['All'] })
    expect(message).toMatchObject({
      Body: '{"größe":"🚀"}',
      Attributes: { ApproximateReceiveCount: '1', SentTimestamp: String(start.getTime()) },
    })
    expect(await receive()).toEqual([])
    expect(await counts()).toEqual([0, 1])
    pass(30)
    const [again] = await receive({ MessageSystemAttributeNames: ['ApproximateReceiveCount'] })
    expect(again).toMatchObject({ MessageId: message?.MessageId, Attributes: { ApproximateReceiveCount: '2' } })
    // A handle from before deletes nothing
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }))
    expect(await counts()).toEqual([0, 1])
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again?.ReceiptHandle }))
    expect(await counts()).toEqual([0, 0])
  })

  it('hides it for longer, or no longer, when it is told to', async () => {
    await send('a')
    const [message] = await receive({ VisibilityTimeout: 10 })
    const hide = (VisibilityTimeout: number) =>
      sqs.send(
        new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout }),
      )
    pass(5)
    await hide(60)
    pass(50)
    expect(await receive()).toEqual([])
    await hide(0)
    await expect(hide(10)).rejects.toThrow(/not in flight/)
    expect(await receive()).toHaveLength(1)
    await expect(hide(50_000)).rejects.toThrow(/invalid/)
  })

  it('answers batches entry by entry', async () => {
    await send('a')
    await send('b')
    const handles = (await receive()).map(({ ReceiptHandle }) => ReceiptHandle)
    const Entries = [...handles, 'nonsense?'].map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle }))
    const hidden = await sqs.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl,
        Entries: Entries.map(entry => ({ ...entry, VisibilityTimeout: 99 })),
      }),
    )
    expect(hidden.Successful?.map(({ Id }) => Id)).toEqual(['0', '1'])
    const deleted = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))
    expect(deleted.Successful?.map(({ Id }) => Id)).toEqual(['0', '1'])
    expect(deleted.Failed).toMatchObject([{ Id: '2', Code: 'ReceiptHandleIsInvalid', SenderFault: true }])
    expect(await counts()).toEqual([0, 0])
    const batch = (count: number, id = (index: number) => String(index)) =>
      sqs.send(
        new DeleteMessageBatchCommand({
          QueueUrl,
          Entries: Array.from({ length: count }, (_, index) => ({ Id: id(index), ReceiptHandle: 'x' })),
        }),
      )
    await expect(batch(0)).rejects.toThrow(/at least one/)
    await expect(batch(11)).rejects.toThrow(/Maximum number/)
    await expect(batch(2, () => 'same')).rejects.toThrow(/same Id/)
  })

  it('waits for a message as long as it is asked to', async () => {
    const waiting = receive({ WaitTimeSeconds: 20 })
    await send('late')
    expect(await waiting).toHaveLength(1)
    expect(await receive({ WaitTimeSeconds: 0 })).toEqual([])
  })

  it('gives nothing to a client that has gone away', async () => {
    const gone = new AbortController()
    const waiting = sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }), { abortSignal: gone.signal })
    await counts()
    gone.abort()
    await expect(waiting).rejects.toThrow(/abort/i)
    // The sandbox learns of it through the socket
    await counts()
    await counts()
    await send('for somebody else')
    expect(await receive({ WaitTimeSeconds: 5 })).toHaveLength(1)
  })

  it('keeps what is sent with a delay until then', async () => {
    await send('later', { DelaySeconds: 60 })
    expect(await receive()).toEqual([])
    pass(60)
    expect(await receive()).toHaveLength(1)
  })

  it('hands over to its dead-letter queue what was received too often', async () => {
    const dead = await create('dead')
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: dead, AttributeNames: ['QueueArn'] }),
    )
    const policy = { deadLetterTargetArn: Attributes?.QueueArn, maxReceiveCount: 2 }
    QueueUrl = await create('guarded', { RedrivePolicy: JSON.stringify(policy), VisibilityTimeout: '1' })
    await send('poison')
    for (let time = 0; time < 2; time++) {
      expect(await receive()).toHaveLength(1)
      pass(1)
    }
    expect(await receive()).toEqual([])
    expect(await counts()).toEqual([0, 0])
    expect(await counts(dead)).toEqual([1, 0])
  })

  it.each([
    ['a message count', { MaxNumberOfMessages: 11 }, /between 1 and 10/],
    ['a waiting time', { WaitTimeSeconds: 21 }, /between 0 and 20/],
  ])('refuses %s out of bounds', async (_case, more, message) => {
    await expect(receive(more)).rejects.toThrow(message)
  })

  it.each([
    ['a name', { QueueName: 'what?' }],
    ['a time-out', { QueueName: 'a', Attributes: { VisibilityTimeout: 'long' } }],
    ['a redrive policy', { QueueName: 'b', Attributes: { RedrivePolicy: '{}' } }],
  ])('refuses to be made with %s that is none', async (_case, input) => {
    await expect(sqs.send(new CreateQueueCommand(input))).rejects.toThrow(/alphanumeric|Invalid value/)
  })
})
