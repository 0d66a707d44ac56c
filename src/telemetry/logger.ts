import { type Logger, type LoggerOptions, pino } from 'pino'
import type { LogConfig } from '../config/config.ts'

export type { Logger } from 'pino'

type LogMethod = NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']>

/** Keys whose values never reach a log, wherever in an object they stand. */
const secretKeys = ['password', 'secretAccessKey', 'sessionToken', 'authorization', 'externalId', 'connectionString']

/** Under load lines leave together, because each write costs as much as a short answer; none waits longer than this. */
const batch = { minLength: 32_768, maxWrite: 65_536, periodicFlush: 100 }
const warning = 40

/**
 * Structured logs on standard error, one JSON object a line or, for a terminal, readable lines. Warnings and errors leave
 * at once, and with them what came before.
 */
export function createLogger({ level, format }: LogConfig): Logger {
  const options = {
    level,
    base: {},
    redact: { paths: secretKeys.flatMap(key => [key, `*.${key}`, `*.*.${key}`]), censor: '********' },
  }
  if (format === 'json') {
    const lines = pino.destination({ dest: 2, sync: false, ...batch })
    const logMethod: LogMethod = function (args, log, severity) {
      log.apply(this, args)
      if (severity >= warning) lines.flush()
    }
    return pino({ ...options, hooks: { logMethod } }, lines)
  }
  return pino({
    ...options,
    transport: {
      target: 'pino-pretty',
      options: { destination: 2, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', singleLine: true },
    },
  })
}
