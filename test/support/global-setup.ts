import type { TestProject } from 'vitest/node'
import { startTestServer, type TestServer } from './database-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/** Runs once before all test files; what it returns runs once after them, also when some failed. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { close, ...server } = await startTestServer()
  project.provide('testServer', server)
  return close
}
