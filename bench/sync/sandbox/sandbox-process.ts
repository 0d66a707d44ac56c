/** A child process: the sandbox with AWS's bucket sizes, on an organization of the benchmark's. */
import { startSandbox } from '../../../src/sandbox/server.ts'
import { minimumCalls } from './minimum-calls.ts'
import type { CallTotals, SandboxPlan, SandboxReady, SandboxRequest } from './sandbox.ts'
import { changeWorld } from './change-world.ts'
import { busyPlace, makeWorld } from './world.ts'

const plan = JSON.parse(process.env['AMIGRAPH_BENCH_CHILD'] ?? '{}') as SandboxPlan
const world = makeWorld(plan.world)
const sandbox = await startSandbox({
  world,
  throttle: plan.throttle,
  latencyMs: plan.latencyMs,
  ...(plan.events && { events: {} }),
})

const totals = (): CallTotals => {
  const byAction: Record<string, number> = {}
  let calls = 0
  let throttled = 0
  for (const entry of sandbox.calls.entries()) {
    calls += entry.calls
    byAction[entry.operation] = (byAction[entry.operation] ?? 0) + entry.calls
    throttled += entry.errors['RequestLimitExceeded'] ?? 0
  }
  return { calls, throttled, byAction }
}

process.on('disconnect', () => process.exit())
process.on('message', (request: SandboxRequest) => {
  if (request.change !== undefined) {
    process.send?.(changeWorld(world, request.change))
    return
  }
  if (request.neighbour !== undefined) sandbox.throttle.set({ neighbour: request.neighbour })
  const answer = totals()
  if (request.reset) sandbox.calls.reset()
  process.send?.(answer)
})
const management = world.accounts.get(world.organization.managementAccountId)
const ready: SandboxReady = {
  url: sandbox.url,
  homeRegion: management?.enabledRegions.values().next().value ?? 'us-east-1',
  credentials: { ...sandbox.credentials.root },
  busy: busyPlace(world),
  minimum: minimumCalls(world),
  eventsQueueUrl: sandbox.events?.queueUrl ?? null,
}
process.send?.(ready)
