import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Binaries, missingBinaries } from './binaries.ts'
import { damaged, explainFailure, otherVersion } from './explain-failure.ts'
import { serverEnvironment } from './server-environment.ts'
import type { ServerUser } from './server-user.ts'

/** The superuser of every embedded server. */
export const superuser = 'amigraph'

const draftPrefix = 'postgres.new-'

export type ClusterOptions = {
  readonly dataDir: string
  /** PostgreSQL's own data folder, inside `dataDir` */
  readonly cluster: string
  readonly binaries: Binaries
  readonly user: ServerUser
  readonly password: string
  readonly durable: boolean
}

/**
 * Makes PostgreSQL's data folder where there is none. It is made beside and moved into place when it is whole: a full
 * disk or a kill leaves nothing behind that looks like a database, and of two that try at once one wins.
 */
export const ensureCluster = async (options: ClusterOptions): Promise<void> => {
  const { cluster, binaries, dataDir } = options
  await removeAbandonedDrafts(dataDir)
  const version = await versionOf(cluster)
  if (version === binaries.version) return
  if (version !== undefined) throw otherVersion(cluster, version, binaries.version)
  const draft = join(dataDir, `${draftPrefix}${randomBytes(6).toString('hex')}`)
  const passwordFile = `${draft}.password`
  const { owner } = options.user
  try {
    await mkdir(draft, { mode: 0o700 })
    await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 })
    if (owner) await Promise.all([draft, passwordFile].map(path => chown(path, owner.uid, owner.gid)))
    await initialise(options, draft, passwordFile)
    await rename(draft, cluster).catch(async (error: NodeJS.ErrnoException) => {
      if ((await versionOf(cluster)) !== binaries.version) throw error
    })
  } finally {
    await Promise.all([draft, passwordFile].map(path => rm(path, { recursive: true, force: true })))
  }
}

const versionOf = async (cluster: string): Promise<string | undefined> => {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const entries = await readdir(cluster).catch(() => [])
    if (entries.length > 0) throw damaged(cluster, 'it is not empty and has no PG_VERSION')
    return undefined
  }
}

const anHour = 3_600_000

const removeAbandonedDrafts = async (dataDir: string): Promise<void> => {
  for (const entry of await readdir(dataDir)) {
    if (!entry.startsWith(draftPrefix)) continue
    const path = join(dataDir, entry)
    const made = await stat(path).catch(() => undefined)
    if (made && Date.now() - made.mtimeMs > anHour) await rm(path, { recursive: true, force: true })
  }
}

const initialise = ({ binaries, user, durable, dataDir }: ClusterOptions, folder: string, passwordFile: string) =>
  new Promise<void>((resolve, reject) => {
    const [command = binaries.initdb, ...rest] = [
      ...user.prefix,
      binaries.initdb,
      `--pgdata=${folder}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own locale: sorts the same on every machine, whatever locales that has.
      '--locale-provider=builtin',
      '--locale=C',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]
    const child = spawn(command, rest, { ...user.spawnAs, ...serverEnvironment, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', error => reject(missingBinaries('initdb', error)))
    child.once('close', code => (code === 0 ? resolve() : reject(explainFailure(output, dataDir))))
  })
