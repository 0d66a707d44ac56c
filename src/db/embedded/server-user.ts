import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { DatabaseError } from '../database-error.ts'

/** Whom PostgreSQL's programs run as. */
export type ServerUser = {
  /** Who has to own the files; absent: whoever we are */
  readonly owner: Ids | undefined
  /** For `spawn` */
  readonly spawnAs: Partial<Ids>
  /** A command that goes before the program's own, or nothing */
  readonly prefix: readonly string[]
}

type Ids = { readonly uid: number; readonly gid: number }

const ourselves: ServerUser = { owner: undefined, spawnAs: {}, prefix: [] }

/**
 * PostgreSQL refuses to run as root. Where we are root, it runs as whoever owns the data already, as `postgres` where
 * there is such a user, or as `nobody`; no user is added to the machine.
 */
export const findServerUser = (cluster: string, reachable: readonly string[]): ServerUser => {
  if (process.getuid?.() !== 0) return ourselves
  const owner = ownerOf(cluster) ?? idsOf('postgres') ?? idsOf('nobody')
  if (!owner) throw rootRefused('there is no user "postgres" or "nobody" that it could run as')
  if (canEnter(owner, [], reachable)) return { owner, spawnAs: owner, prefix: [] }
  // A checkout below /root: the user may not even pass through it. The kernel can let it, and nothing else of root's.
  const prefix = [
    'setpriv',
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
    '--bounding-set=-all,+dac_override',
  ]
  if (canEnter({}, prefix, reachable)) return { owner, spawnAs: {}, prefix }
  throw rootRefused(`the user with ID ${owner.uid}, which it would run as, can't enter ${reachable.join(' or ')}`)
}

const ownerOf = (cluster: string): Ids | undefined => {
  const stats = statSync(cluster, { throwIfNoEntry: false })
  return stats && stats.uid !== 0 ? { uid: stats.uid, gid: stats.gid } : undefined
}

const idsOf = (name: string): Ids | undefined => {
  const id = (flag: string) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
    return status === 0 ? Number(stdout) : undefined
  }
  const uid = id('-u')
  const gid = id('-g')
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

const canEnter = (spawnAs: Partial<Ids>, prefix: readonly string[], folders: readonly string[]): boolean => {
  const [command = 'sh', ...rest] = [
    ...prefix,
    'sh',
    '-c',
    'for folder; do cd "$folder" || exit 1; done',
    'sh',
    ...folders,
  ]
  return spawnSync(command, rest, { ...spawnAs, cwd: '/', stdio: 'ignore' }).status === 0
}

const rootRefused = (reason: string) =>
  new DatabaseError(
    'START_FAILED',
    `PostgreSQL doesn't run as root, and ${reason}. Start amigraph as another user, move it and DATA_DIR to where ` +
      'other users may enter, or set DATABASE_URL.',
  )
