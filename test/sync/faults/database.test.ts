import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { launch } from '../../../src/sandbox/world/changes.ts'
import { expectedCache } from '../../support/expected-cache.ts'
import { readCache } from '../../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../../support/synced-sandbox.ts'

// Several syncs each, of which every call may be asked again: on a busy machine more than a minute.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

// A database that is away for a while, as a restart or a failover makes it: connections break, and new ones are refused.

let synced: SyncedSandbox
let way: Way
afterEach(async () => {
  await way?.restore()
  await synced?.close()
  await way?.close()
})

type Way = {
  url(to: string): string
  /** Breaks every connection, and refuses new ones until it is restored */
  cut(): Promise<void>
  restore(): Promise<void>
  close(): Promise<void>
}

/** A way to the database that can be cut. */
const createWay = async (): Promise<Way> => {
  const sockets = new Set<Socket>()
  let target = { host: '127.0.0.1', port: 0 }
  let server: Server | null = null
  let port = 0
  const pipe = (client: Socket) => {
    const upstream = connect(target)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket)
          client.destroy()
          upstream.destroy()
        })
    }
    client.pipe(upstream).pipe(client)
  }
  const restore = async () => {
    if (server !== null) return
    const opened = createServer(pipe)
    await new Promise<void>(resolve => opened.listen(port, '127.0.0.1', resolve))
    port = (opened.address() as AddressInfo).port
    server = opened
  }
  const cut = async () => {
    const closing = server
    server = null
    for (const socket of sockets) socket.destroy()
    await new Promise<void>(resolve => (closing === null ? resolve() : closing.close(() => resolve())))
  }
  await restore()
  return {
    url(to) {
      const url = new URL(to)
      target = { host: url.hostname, port: Number(url.port || 5432) }
      url.hostname = '127.0.0.1'
      url.port = String(port)
      return url.href
    },
    cut,
    restore,
    close: cut,
  }
}

// Thirty seconds are longer than a restart or a failover takes; nobody else needs this machine's attention meanwhile.
it('a sync goes on where it was when the database is back after 30 seconds', async () => {
  way = await createWay()
  synced = await createSyncedSandbox({ size: { accounts: 6 }, through: way.url })
  await synced.sync()
  const { world } = synced
  const [image] = world.regions.get('eu-west-1')?.images.values() ?? []
  if (image !== undefined) launch(world, image, { accountId: image.ownerId, instanceType: 'm5.large' })
  let away: Promise<void> | null = null
  const { results } = await synced.sync((_, { done }) => {
    if (done < 5 || away !== null) return
    away = way
      .cut()
      .then(() => delay(30_000))
      .then(way.restore)
  })
  await away
  expect(away).not.toBeNull()
  expect(results.filter(({ failure }) => failure !== null)).toEqual([])
  expect(await readCache(synced.pool)).toEqual(expectedCache(world))
})
