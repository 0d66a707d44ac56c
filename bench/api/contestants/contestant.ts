import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asNpmRunsIt } from '../../process/as-npm-runs-it.ts'
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

/** Starts a contestant's server in production mode, and returns once it listens. */
export const startContestant = async (
  name: string,
  server: ServerName,
  settings: ContestantSettings,
): Promise<Contestant> => {
  // Into a file, as a service's log goes: read here, it would cost the load generator time that is counted.
  const log = join(tmpdir(), `amigraph-bench-${process.pid}-${name}.log`)
  const output = openSync(log, 'w')
  const child = fork(join(import.meta.dirname, `${server}.ts`), {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      AMIGRAPH_BENCH_CONTESTANT: JSON.stringify(settings),
    },
    execArgv: server === 'amigraph-server' ? asNpmRunsIt('serve') : [],
    stdio: ['ignore', 'ignore', output, 'ipc'],
  })
  closeSync(output)
  const { url, recordedUrl = null } = await listening(child, name, log)
  return {
    name,
    url,
    recordedUrl,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit')
        child.kill('SIGKILL')
        await ended
      }
      rmSync(log, { force: true })
    },
  }
}

const listening = (child: ChildProcess, name: string, log: string): Promise<Ready> =>
  new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`${name} did not start within ${startsWithin / 1000} s\n${readFileSync(log, 'utf8').slice(-10_000)}`))
    }, startsWithin)
    child.once('message', message => {
      clearTimeout(tooLate)
      resolve(message as Ready)
    })
    child.once('error', reject)
    child.once('exit', code => {
      clearTimeout(tooLate)
      reject(new Error(`${name} ended with ${code} before it listened\n${readFileSync(log, 'utf8').slice(-10_000)}`))
    })
  })
