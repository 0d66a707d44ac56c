import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { createPool, type Pool } from '../../src/db/pool.ts'
import { onServer, withDatabase } from './on-server.ts'

export type TestDatabase = {
  readonly url: string
  readonly pool: Pool
  /** Closes the pool and removes the database */
  readonly drop: () => Promise<void>
}

/** A migrated, empty database that nobody else has. About 40 ms; one a test file is usual. */
export const createTestDatabase = (): Promise<TestDatabase> => create(inject('testServer').template)

/** A database without a schema: for tests of the migrations themselves. */
export const createBareDatabase = (): Promise<TestDatabase> => create('template0')

const create = async (template: string): Promise<TestDatabase> => {
  const server = inject('testServer')
  const name = `amigraph_test_${randomBytes(6).toString('hex')}`
  await onServer(server.url, `create database ${name} template ${template}`)
  const url = withDatabase(server.url, name)
  const pool = createPool({ url, poolSize: 4 }, { applicationName: 'amigraph test' })
  const drop = async () => {
    await pool.end()
    await onServer(server.url, `drop database if exists ${name} with (force)`)
  }
  return { url, pool, drop }
}
