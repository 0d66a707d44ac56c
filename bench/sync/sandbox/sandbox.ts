import { join } from 'node:path'
import { startChild } from '../../process/start-child.ts'
import type { MinimumCalls } from './minimum-calls.ts'
import type { WorldPlan } from './world.ts'

export type SandboxPlan = {
  readonly world: WorldPlan
  readonly throttle: boolean
  /** Time of every answer */
  readonly latencyMs: number
  /** Whether events of its changes arrive in a queue; at once, where they do */
  readonly events?: boolean
}

export type SandboxReady = {
  readonly url: string
  readonly homeRegion: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  /** Where the busy account-Region is */
  readonly busy: { readonly accountId: string; readonly region: string }
  readonly minimum: MinimumCalls
  readonly eventsQueueUrl: string | null
}

/** Answers with the totals so far, then changes what is given; or with what became of a change that was asked for. */
export type SandboxRequest = {
  readonly reset?: boolean
  readonly neighbour?: number
  readonly change?: Change
}

export type Change = 'launch' | 'share'

/** An instance that was launched, or an image that was shared with one account more. */
export type Changed = {
  readonly region: string
  readonly imageId: string
  readonly instanceId: string | null
  readonly grantee: string | null
}

export type CallTotals = {
  readonly calls: number
  readonly throttled: number
  readonly byAction: Readonly<Record<string, number>>
}

export type Sandbox = SandboxReady & {
  readonly pid: number
  ask(request: Omit<SandboxRequest, 'change'>): Promise<CallTotals>
  change(change: Change): Promise<Changed>
  stop(): Promise<void>
}

/** The sandbox in a process of its own, so that it takes no part in what is measured of ours. */
export const startSandboxProcess = async (plan: SandboxPlan): Promise<Sandbox> => {
  const { child, ready } = await startChild(join(import.meta.dirname, 'sandbox-process.ts'), plan)
  return {
    ...(ready as SandboxReady),
    pid: child.pid,
    ask: request => child.ask<CallTotals>(request),
    change: change => child.ask<Changed>({ change }),
    stop: child.stop,
  }
}
