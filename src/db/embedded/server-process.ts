import { type ChildProcess, spawn } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { totalmem } from 'node:os'
import { createInterface } from 'node:readline'
import { type Binaries, missingBinaries } from './binaries.ts'
import { explainFailure } from './explain-failure.ts'
import { serverEnvironment } from './server-environment.ts'
import type { ServerUser } from './server-user.ts'

export type ServerProcess = {
  /** Ends with what it printed last, when the process has ended for whatever reason */
  readonly ended: Promise<string>
  /** Lets statements end with an error, saves everything and ends */
  readonly stop: () => Promise<void>
}

export type LaunchOptions = {
  readonly cluster: string
  readonly binaries: Binaries
  readonly user: ServerUser
  readonly port: number
  readonly durable: boolean
  readonly onLine: (line: string) => void
}

/**
 * The server is the shell's child. The shell also watches a pipe of ours: a line on it is a signal's name for the
 * server, its end (we are gone, however that came about) means an orderly stop. So a kill -9 of ours leaves no server
 * behind, and a Ctrl-C in the terminal, which `detached` keeps away from it, doesn't stop it before we are done.
 */
const guardian = `
"$@" 3<&- &
server=$!
{ while read -r signal; do kill -s "$signal" $server; done; kill -s INT $server; } <&3 2>/dev/null &
watcher=$!
exec 3<&-
wait $server
code=$?
kill $watcher 2>/dev/null
exit $code
`

const patience = 30_000

/** Starts PostgreSQL and returns once it accepts connections; fails with the reason that it printed. */
export const launchServer = async (options: LaunchOptions): Promise<ServerProcess> => {
  const child = spawnServer(options)
  const lastLines: string[] = []
  let ready = () => {}
  const isReady = new Promise<void>(resolve => {
    ready = resolve
  })
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream })
  lines.on('line', line => {
    lastLines.push(line)
    if (lastLines.length > 30) lastLines.shift()
    options.onLine(line)
    if (line.includes('database system is ready to accept connections')) ready()
  })
  const ended = new Promise<string>((resolve, reject) => {
    child.once('error', error => reject(missingBinaries('postgres', error)))
    child.once('close', () => resolve(lastLines.join('\n')))
  })
  const tooEarly = ended.then(output => {
    throw explainFailure(output, options.cluster)
  })
  await Promise.race([isReady, tooEarly])
  tooEarly.catch(() => {})
  return { ended, stop: () => stopServer(child, ended) }
}

const spawnServer = ({ binaries, user, cluster, port, durable }: LaunchOptions): ChildProcess => {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    log_destination: 'stderr',
    logging_collector: 'off',
    log_line_prefix: '',
    log_checkpoints: 'off',
    // Statements may hold what they were given; whoever sent one hears of its error anyway.
    log_min_error_statement: 'panic',
    // Nobody replicates from it, so bulk loads needn't be written twice.
    wal_level: 'minimal',
    max_wal_senders: 0,
    jit: 'off',
    shared_buffers: `${cacheMegabytes(memoryMegabytes())}MB`,
    ...(hasSmallSharedMemory() && { dynamic_shared_memory_type: 'mmap' }),
    // Commits still reach the operating system, so that only a power failure loses any, not a kill.
    ...(!durable && { fsync: 'off', full_page_writes: 'off' }),
  }
  const program = [
    ...user.prefix,
    binaries.postgres,
    '-D',
    cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const [command = '', ...rest] =
    process.platform === 'win32' ? program : ['/bin/sh', '-c', guardian, 'postgres', ...program]
  return spawn(command, rest, {
    ...user.spawnAs,
    ...serverEnvironment,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
}

/**
 * What PostgreSQL may keep of the database in its own memory, in MB: an eighth of the machine's, but 128 (its default) at
 * least and 2048 at most. It is taken as pages are read, not at once.
 */
export const cacheMegabytes = (machineMegabytes: number): number =>
  Math.round(Math.min(2048, Math.max(128, machineMegabytes / 8)))

/** Of the machine, or of the container that this runs in. */
const memoryMegabytes = (): number =>
  Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / 1024 ** 2

/** Containers get 64 MB of it, and a parallel query that finds no room there fails. */
const hasSmallSharedMemory = (): boolean => {
  if (process.platform !== 'linux') return false
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks < 256 * 1024 * 1024
  } catch {
    return true
  }
}

const stopServer = async (child: ChildProcess, ended: Promise<string>): Promise<void> => {
  const hurry = setTimeout(() => signal(child, 'QUIT'), patience)
  signal(child, 'INT')
  await ended.catch(() => {})
  clearTimeout(hurry)
}

const signal = (child: ChildProcess, name: 'INT' | 'QUIT'): void => {
  if (process.platform === 'win32') {
    child.kill()
    return
  }
  const pipe = child.stdio[3] as NodeJS.WritableStream | null
  // The server may be gone already, and the watcher with it.
  pipe?.once('error', () => {})
  pipe?.write(`${name}\n`)
}
