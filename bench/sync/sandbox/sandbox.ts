import { join } from 'node:path'
import { startChild } from '../../process/start-child.ts'
import type { MinimumCalls } from './minimum-calls.ts'
import type { WorldPlan } from './world.ts'

export type SandboxPlan = {
  readonly world: WorldPlan
  readonly throttle: boolean
  /** Time of every answer */
  readonly latencyMs: number
}

export type SandboxReady = {
  readonly url: string
  readonly homeRegion: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  /** Where the busy account-Region is */
  readonly busy: { readonly accountId: string; readonly region: string }
  readonly minimum: MinimumCalls
}

/** Answers with the totals so far; then changes what is given. */
export type SandboxRequest = { readonly reset?: boolean; readonly neighbour?: number }

export type CallTotals = {
  readonly calls: number
  readonly throttled: number
  readonly byAction: Readonly<Record<string, number>>
}

export type Sandbox = SandboxReady & {
  readonly pid: number
  ask(request: SandboxRequest): Promise<CallTotals>
  stop(): Promise<void>
}

/** The sandbox in a process of its own, so that it takes no part in what is measured of ours. */
export const startSandboxProcess = async (plan: SandboxPlan): Promise<Sandbox> => {
  const { child, ready } = await startChild(join(import.meta.dirname, 'sandbox-process.ts'), plan)
  return {
    ...(ready as SandboxReady),
    pid: child.pid,
    ask: request => child.ask<CallTotals>(request),
    stop: child.stop,
  }
}
