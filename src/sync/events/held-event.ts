import type { QueueMessage } from '../../aws/sqs/event-queue.ts'
import type { AwsEvent } from '../../domain/aws-event.ts'

/** An event, and the message that has to be deleted once it is dealt with. */
export type HeldEvent = { message: QueueMessage; event: AwsEvent }
