import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processEnvironment } from '../../src/config/env.ts'
import { startEmbeddedServer } from '../../src/db/embedded/embedded-server.ts'
import { migrate } from '../../src/db/migrate.ts'
import { onServer, withDatabase } from './on-server.ts'

/** The server that a test run uses, with a migrated database to clone. */
export type TestServer = {
  /** A superuser's connection string to a database that nothing is done to */
  readonly url: string
  /** Name of the migrated database */
  readonly template: string
}

/** Starts one server for the whole run, or takes the one that TEST_DATABASE_URL names. */
export const startTestServer = async (): Promise<TestServer & { close: () => Promise<void> }> => {
  const given = processEnvironment()['TEST_DATABASE_URL']
  const { url, stop } = given ? { url: given, stop: async () => {} } : await temporaryServer()
  const template = `amigraph_template_${randomBytes(6).toString('hex')}`
  try {
    await onServer(url, `create database ${template} template template0`)
    await migrate({ url: withDatabase(url, template) })
  } catch (error) {
    await stop()
    throw error
  }
  const close = async () => {
    if (given) await onServer(url, `drop database if exists ${template} with (force)`)
    await stop()
  }
  return { url, template, close }
}

const temporaryServer = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'amigraph-test-'))
  // Whatever ends the run: the server sees the end of our process by itself, and this leaves no folder behind.
  const remove = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  process.once('exit', remove)
  const { url, close } = await startEmbeddedServer({ dataDir, durable: false })
  const stop = async () => {
    await close()
    await rm(dataDir, { recursive: true, force: true })
    process.off('exit', remove)
  }
  return { url, stop }
}
