import { deleteMessages } from '../../aws/sqs/delete-messages.ts'
import type { EventQueue, QueueMessage } from '../../aws/sqs/event-queue.ts'
import { hideMessages } from '../../aws/sqs/hide-messages.ts'
import type { Logger } from '../../telemetry/logger.ts'

/** The messages that this process works on: nobody else gets to see them, however long that takes. */
export type HeldMessages = {
  hold(message: QueueMessage): void
  /** Nothing is left to do for them */
  finish(messages: readonly QueueMessage[]): Promise<void>
  /** Somebody is to try again in so many seconds; 0: at once */
  giveBack(messages: readonly QueueMessage[], seconds: number): Promise<void>
  /** They come again by themselves once their time is over */
  letGo(messages: readonly QueueMessage[]): void
  /** Resolves once fewer than so many are held */
  below(most: number): Promise<void>
  close(): void
}

export function holdMessages(queue: EventQueue, visibilitySeconds: number, logger: Logger): HeldMessages {
  const held = new Set<QueueMessage>()
  let waiting: (() => void)[] = []

  const letGo = (messages: readonly QueueMessage[]): void => {
    for (const message of messages) held.delete(message)
    for (const look of waiting.splice(0)) look()
  }
  const renew = (): void => {
    hideMessages(queue, [...held], visibilitySeconds).catch(error =>
      logger.warn({ err: error }, 'messages could not be held for longer; they may come again'),
    )
  }
  const renewing = setInterval(renew, (visibilitySeconds * 1000) / 3).unref()
  return {
    hold: message => void held.add(message),
    async finish(messages) {
      letGo(messages)
      await deleteMessages(queue, messages)
    },
    async giveBack(messages, seconds) {
      letGo(messages)
      await hideMessages(queue, messages, seconds)
    },
    letGo,
    async below(most) {
      while (held.size >= most) await new Promise<void>(resolve => waiting.push(resolve))
    },
    close() {
      clearInterval(renewing)
      waiting = []
    },
  }
}
