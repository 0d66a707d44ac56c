import { join } from 'node:path'
import { superuser } from './cluster.ts'
import { postmasterStatus } from './postmaster-status.ts'
import { serverSettings } from './server-settings.ts'

/** The connection string of the embedded server that another process runs on this folder; null where none does. */
export const runningServerUrl = async (dataDir: string): Promise<string | null> => {
  if ((await postmasterStatus(join(dataDir, 'postgres'))) !== 'ready') return null
  const { port, password } = await serverSettings(dataDir)
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/amigraph`
}
