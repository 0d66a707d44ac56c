import { type Logger, pino } from 'pino'
import type { LogConfig } from '../config/config.ts'

export type { Logger } from 'pino'

/** Keys whose values never reach a log, wherever in an object they stand. */
const secretKeys = ['password', 'secretAccessKey', 'sessionToken', 'authorization', 'externalId', 'connectionString']

/** Structured logs on standard error, one JSON object a line or, for a terminal, readable lines. */
export function createLogger({ level, format }: LogConfig): Logger {
  const options = {
    level,
    base: {},
    redact: { paths: secretKeys.flatMap(key => [key, `*.${key}`, `*.*.${key}`]), censor: '********' },
  }
  if (format === 'json') return pino(options, pino.destination(2))
  return pino({
    ...options,
    transport: {
      target: 'pino-pretty',
      options: { destination: 2, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', singleLine: true },
    },
  })
}
