import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What the server that has the data folder says of itself: `starting`, `ready`, `stopping`; nothing without one. */
export const postmasterStatus = async (cluster: string): Promise<string | undefined> => (await lockLines(cluster))?.[7]

/**
 * Removes a lock file whose process ID belongs to another program by now, and says whether it did. PostgreSQL notices
 * an ID that is unused; in containers the same low IDs come back at every start, so one that is used again is common.
 */
export const removeStaleLock = async (cluster: string): Promise<boolean> => {
  if (process.platform !== 'linux') return false
  const pid = (await lockLines(cluster))?.[0]
  if (!pid || !/^\d+$/.test(pid)) return false
  // A server's working directory is its data folder. Where it can't be seen, the lock stays.
  const workingDirectory = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  if (workingDirectory === undefined || workingDirectory === (await realpath(cluster))) return false
  await rm(join(cluster, 'postmaster.pid'), { force: true })
  return true
}

const lockLines = async (cluster: string): Promise<string[] | undefined> => {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined)
  return text?.split('\n').map(line => line.trim())
}
