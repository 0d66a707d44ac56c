import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

export type Child = {
  readonly pid: number
  /** Sends a message and gives the next one that comes back */
  ask<Answer>(message: object): Promise<Answer>
  stop(): Promise<void>
}

/** A child process that says when it is ready and then answers one message after the other. */
export const startChild = async (file: string, settings: object): Promise<{ child: Child; ready: unknown }> => {
  const started = fork(file, {
    env: { ...process.env, NODE_ENV: 'production', AMIGRAPH_BENCH_CHILD: JSON.stringify(settings) },
    execArgv: [],
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const next = <Answer>(): Promise<Answer> => nextMessage<Answer>(started, file)
  const ready = await next()
  const child: Child = {
    pid: started.pid ?? 0,
    ask(message) {
      const answer = next()
      started.send(message)
      return answer as Promise<never>
    },
    async stop() {
      if (started.exitCode !== null || started.signalCode !== null) return
      const ended = once(started, 'exit')
      started.kill('SIGKILL')
      await ended
    },
  }
  return { child, ready }
}

const nextMessage = <Answer>(from: ChildProcess, file: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      from.off('exit', onExit)
      resolve(message as Answer)
    }
    const onExit = (code: number | null): void => {
      from.off('message', onMessage)
      reject(new Error(`${file} ended with ${code}`))
    }
    from.once('message', onMessage)
    from.once('exit', onExit)
  })
