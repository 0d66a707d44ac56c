import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ContestantSettings, Ready } from './contestant-process.ts'

/** A server that is measured: a child process of its own. */
export type Contestant = {
  readonly name: string
  readonly url: string
  readonly recordedUrl: string | null
  readonly pid: number
  stop(): Promise<void>
}

export type ServerName = 'amigraph-server' | 'postgraphile-server' | 'limit-server' | 'statement-recorder'

const startsWithin = 60_000

/** What stands before the program in the root's scripts. */
const asNpmRunsIt = ['--import', join(import.meta.dirname, '../../../src/bin/prepare-process.js')]

/** Starts a contestant's server in production mode, and returns once it listens. */
export const startContestant = async (
  name: string,
  server: ServerName,
  settings: ContestantSettings,
): Promise<Contestant> => {
  const output: string[] = []
  const child = fork(join(import.meta.dirname, `${server}.ts`), {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      AMIGRAPH_BENCH_CONTESTANT: JSON.stringify(settings),
    },
    execArgv: server === 'amigraph-server' ? asNpmRunsIt : [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output.push(text)
    if (output.length > 50) output.shift()
  })
  const { url, recordedUrl = null } = await listening(child, name, output)
  return {
    name,
    url,
    recordedUrl,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

const listening = (child: ChildProcess, name: string, output: string[]): Promise<Ready> =>
  new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`${name} did not start within ${startsWithin / 1000} s\n${output.join('')}`))
    }, startsWithin)
    child.once('message', message => {
      clearTimeout(tooLate)
      resolve(message as Ready)
    })
    child.once('error', reject)
    child.once('exit', code => {
      clearTimeout(tooLate)
      reject(new Error(`${name} ended with ${code} before it listened\n${output.join('')}`))
    })
  })
