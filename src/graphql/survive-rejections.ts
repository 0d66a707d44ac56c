import { GraphQLError } from 'graphql'
import type { Logger } from '../telemetry/logger.ts'

/**
 * graphql-js 16 forgets the items of a list that are still under way when another item of it fails at once, and nobody is
 * there for what fails of them later: Node would end the process, so that any client could. The list's error was
 * answered already. Every other rejection that nobody handles ends the process as before.
 *
 * Returns what undoes it.
 */
export const surviveRejections = (logger: Pick<Logger, 'debug'>): (() => void) => {
  const onRejection = (reason: unknown) => {
    if (!(reason instanceof GraphQLError)) throw reason
    logger.debug({ err: reason }, 'a part of a list failed after the list had')
  }
  process.on('unhandledRejection', onRejection)
  return () => process.off('unhandledRejection', onRejection)
}
