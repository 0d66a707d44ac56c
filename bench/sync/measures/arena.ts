import type { Progress } from '../../figures/progress.ts'
import type { Options } from '../options.ts'
import { type Sandbox, type SandboxPlan, startSandboxProcess } from '../sandbox/sandbox.ts'
import type { BenchDatabase, Server } from '../worker/database.ts'

/** What every measure works with. */
export type Arena = { readonly options: Options; readonly server: Server; readonly progress: Progress }

/** A sandbox and an empty database for as long as the measure takes. */
export const within = async <Result>(
  { server }: Arena,
  plan: SandboxPlan,
  measure: (sandbox: Sandbox, database: BenchDatabase) => Promise<Result>,
): Promise<Result> => {
  await using opened = new AsyncDisposableStack()
  const sandbox = opened.adopt(await startSandboxProcess(plan), ({ stop }) => stop())
  const database = opened.adopt(await server.create(), ({ drop }) => drop())
  return await measure(sandbox, database)
}
