import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processEnvironment } from '../../src/config/env.ts'
import { startEmbeddedServer } from '../../src/db/embedded/embedded-server.ts'
import { migrate } from '../../src/db/migrate.ts'
import { onServer, withDatabase } from './on-server.ts'

/** What all files of a test run share: a server with a migrated database to clone, and a folder for files. */
export type TestServer = {
  /** A superuser's connection string to a database that nothing is done to */
  readonly url: string
  /** Name of the migrated database */
  readonly template: string
  /** Removed when the run ends, however it ends */
  readonly folder: string
}

/** Starts one server for the whole run, or takes the one that TEST_DATABASE_URL names. */
export const startTestServer = async (): Promise<TestServer & { close: () => Promise<void> }> => {
  const folder = runFolder()
  const given = processEnvironment().TEST_DATABASE_URL
  const server = given
    ? { url: given, close: async () => {} }
    : await startEmbeddedServer({ dataDir: join(folder, 'server'), durable: false })
  const template = `amigraph_template_${randomBytes(6).toString('hex')}`
  const close = async () => {
    if (given) await onServer(given, `drop database if exists ${template} with (force)`)
    await server.close()
    rmSync(folder, removal)
  }
  try {
    await onServer(server.url, `create database ${template} template template0`)
    await migrate({ url: withDatabase(server.url, template) })
  } catch (error) {
    await close()
    throw error
  }
  return { url: server.url, template, folder, close }
}

const removal = { recursive: true, force: true, maxRetries: 5 }

/** Whatever ends the run: the servers see the end of their process by themselves, and this leaves no folder behind. */
const runFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'amigraph-test-'))
  // As root the servers run as another user, who has to get through.
  chmodSync(folder, 0o711)
  process.once('exit', () => {
    try {
      rmSync(folder, removal)
    } catch {
      // A server that is just ending writes its last files.
    }
  })
  return folder
}
