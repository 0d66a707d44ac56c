import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { cpuSecondsOfFamily } from '../../process/process-usage.ts'
import { startEmbeddedServer } from '../../../src/db/embedded/embedded-server.ts'

export type Server = {
  /** Makes an empty database; the one before it stays until the server is closed, or it is dropped */
  create(): Promise<BenchDatabase>
  close(): Promise<void>
}

export type BenchDatabase = {
  readonly url: string
  query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]>
  /** Of all the server's processes so far, ended ones too; null where they are not on this machine, or there is no /proc */
  cpuSeconds(): Promise<number | null>
  drop(): Promise<void>
}

const dataFolder = resolve(import.meta.dirname, '../../.data')

/** The PostgreSQL to measure on: an embedded one in bench/.data that is removed at the end, or the one given. */
export const openServer = async (givenUrl: string | null): Promise<Server> => {
  await mkdir(dataFolder, { recursive: true })
  const dataDir = await mkdtemp(join(dataFolder, 'sync-'))
  const embedded = givenUrl === null ? await startEmbeddedServer({ dataDir, onLog: () => {} }) : null
  const serverUrl = givenUrl ?? embedded?.url ?? ''
  let made = 0
  return {
    async create() {
      made += 1
      const name = `amigraph_bench_sync_${process.pid}_${made}`
      await runOn(serverUrl, `create database ${name}`)
      const url = new URL(serverUrl)
      url.pathname = `/${name}`
      return {
        url: url.href,
        query: text => runOn(url.href, text),
        cpuSeconds: () => serverCpuSeconds(url.href),
        drop: async () => {
          await runOn(serverUrl, `drop database if exists ${name} with (force)`)
        },
      }
    },
    async close() {
      await embedded?.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const runOn = async <Row extends pg.QueryResultRow>(connectionString: string, text: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

/** While this connection is there, its parent is the server. */
const serverCpuSeconds = async (connectionString: string): Promise<number | null> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    return cpuSecondsOfFamily(rows[0]?.pid ?? 0)
  } finally {
    await client.end()
  }
}
