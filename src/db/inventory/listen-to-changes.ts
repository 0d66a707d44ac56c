import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { backOffDelay } from '../back-off.ts'

/** What changed: `facts`, or `observations` where only when and how something was read is new (migration 0004). */
export type Change = 'facts' | 'observations'

export type ChangeListener = {
  /** Rows of this kind were changed by a commit that is visible now */
  readonly onChange: (change: Change) => void
  /** Until now changes may have been missed; from now on none are */
  readonly onListening: () => void
  /** From now on changes may be missed */
  readonly onDeaf: () => void
}

export type ChangesOptions = {
  readonly url: string
  /** Hears why nobody is listening right now */
  readonly onError?: (error: Error) => void
  /** How often the connection is tried, and how long it may take to answer, in ms */
  readonly heartbeat?: number
}

export type Listening = { close(): Promise<void> }

const channel = 'amigraph_changes'
const reconnect = { first: 200, most: 10_000 }

/**
 * Listens to the changes of the inventory on a connection of its own, which has to go to the primary. Where that breaks,
 * or does not answer for one heartbeat, another is opened, as often as it takes.
 */
export const listenToChanges = (options: ChangesOptions, listener: ChangeListener): Listening => {
  const closing = new AbortController()
  const running = listenOn(options, listener, closing.signal)
  return {
    close: async () => {
      closing.abort()
      await running
    },
  }
}

const listenOn = async (options: ChangesOptions, listener: ChangeListener, closing: AbortSignal): Promise<void> => {
  for (let attempt = 0; !closing.aborted; attempt++) {
    try {
      await listenOnce(options, { ...listener, onListening: () => listener.onListening() }, closing, () => {
        attempt = -1
      })
    } catch (error) {
      if (!closing.aborted) options.onError?.(error as Error)
    }
    if (!closing.aborted)
      await delay(backOffDelay(Math.max(attempt, 0), reconnect), null, { signal: closing, ref: false }).catch(() => {})
  }
}

/** Listens until the connection breaks. */
const listenOnce = async (
  { url, heartbeat = 5000 }: ChangesOptions,
  listener: ChangeListener,
  closing: AbortSignal,
  onSuccess: () => void,
): Promise<void> => {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'amigraph changes',
    connectionTimeoutMillis: heartbeat,
    query_timeout: heartbeat,
    keepAlive: true,
  })
  const { promise: broken, reject } = Promise.withResolvers<never>()
  broken.catch(() => {})
  client.on('error', reject)
  client.on('end', () => reject(new Error('The connection was closed')))
  closing.addEventListener('abort', () => reject(new Error('No longer listening')), { once: true })
  client.on('notification', ({ payload }) => {
    // A change that is not known here is one all the same.
    listener.onChange(payload === 'observations' ? payload : 'facts')
  })
  let beat: NodeJS.Timeout | undefined
  try {
    await Promise.race([client.connect(), broken])
    await Promise.race([client.query(`listen ${channel}`), broken])
    listener.onListening()
    onSuccess()
    beat = setInterval(() => client.query('select').catch(reject), heartbeat)
    beat.unref()
    await broken
  } finally {
    clearInterval(beat)
    listener.onDeaf()
    // One that hangs does not say goodbye either.
    void client.end().catch(() => {})
    ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
  }
}
