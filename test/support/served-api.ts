import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export type ServedApi = {
  readonly url: string
  readonly child: ChildProcess
  /** Lines of its log that are errors: what nobody expected */
  errors(): string[]
  /** Memory of the process, in MiB; null where the system does not tell */
  memory(): number | null
  /** The exit code, once it has ended */
  readonly ended: Promise<number | null>
  /** Ends it as an operator does */
  stop(): Promise<number | null>
}

/** `npm run serve` over a test's own database, as a process of its own. */
export const serveApi = async (databaseUrl: string, environment: Record<string, string> = {}): Promise<ServedApi> => {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['src/bin/serve.ts'], {
    cwd: root,
    env: { PATH, HOME, DATABASE_URL: databaseUrl, PORT: '0', LOG_FORMAT: 'json', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const lines: string[] = []
  let rest = ''
  const { promise: url, resolve: found, reject } = Promise.withResolvers<string>()
  const read = (chunk: Buffer) => {
    const parts = `${rest}${chunk}`.split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) {
      // Answers to hostile requests are many; only what is wrong is kept.
      if (/"level":(50|60)|^[^{]/.test(line)) lines.push(line)
      const [, address] = /the API is at (http:\S+)\/graphql/.exec(line) ?? []
      if (address) found(address)
    }
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  ended.then(code => reject(new Error(`ended with ${code}:\n${lines.join('\n')}\n${rest}`)))
  return {
    url: await url,
    child,
    errors: () => [...lines],
    memory: () => {
      const file = `/proc/${child.pid}/status`
      if (!existsSync(file)) return null
      const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8')) ?? []
      return kilobytes === undefined ? null : Number(kilobytes) / 1024
    },
    ended,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
