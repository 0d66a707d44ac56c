import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningApi, startApi } from '../../../src/graphql/start-api.ts'
import { testContext } from '../../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let api: RunningApi
beforeAll(async () => {
  database = await createTestDatabase()
  api = await startApi(testContext(database.pool))
})
afterAll(async () => {
  await api.close()
  await database.drop()
})

// The audits send GET without what our CSRF prevention asks for; with it they are requests like any others.
const fetchFn = (url: string, init: RequestInit = {}) =>
  fetch(url, { ...init, headers: { 'apollo-require-preflight': '1', ...init.headers } })

const audits = serverAudits({ url: () => `${api.url}/graphql`, fetchFn })

it('are many', () => {
  expect(audits.length).toBeGreaterThan(60)
})

it.each(audits.map(audit => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
  const result = await audit.fn()
  expect(result).toMatchObject({ status: 'ok' })
})
