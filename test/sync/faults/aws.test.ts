import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FaultRule } from '../../../src/sandbox/faults.ts'
import { share } from '../../../src/sandbox/world/changes.ts'
import { expectedCache } from '../../support/expected-cache.ts'
import { readCache } from '../../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox, type SyncedSandboxOptions } from '../../support/synced-sandbox.ts'

// Several syncs each, of which every call may be asked again: on a busy machine more than a minute.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

// AWS that misbehaves in any call of a sync, not in one source alone (that is ../bad-input.test.ts): nothing is lost or
// invented while it does, and nothing is missing when it is over.

let synced: SyncedSandbox
const open = async (options?: SyncedSandboxOptions): Promise<SyncedSandbox> => {
  synced = await createSyncedSandbox(options)
  return synced
}
afterEach(() => synced?.close())

const failures = ({ results }: Awaited<ReturnType<SyncedSandbox['sync']>>) =>
  results.filter(({ failure }) => failure !== null)

describe('a sync through every third answer', () => {
  it.each<[string, FaultRule]>([
    ['as an HTML page with status 500', { fault: { kind: 'html500' } }],
    ['as an HTML page with status 200', { fault: { kind: 'html200' } }],
    ['cut off', { fault: { kind: 'truncatedXml' } }],
    ['under another content type', { fault: { kind: 'wrongContentType' } }],
    ['as a reset connection', { fault: { kind: 'reset' } }],
    [
      'as an error of AWS’s own',
      { fault: { kind: 'error', code: 'InternalError', message: 'An internal error has occurred', status: 500 } },
    ],
    [
      'as a refusal',
      { fault: { kind: 'error', code: 'UnauthorizedOperation', message: 'You are not authorized', status: 403 } },
    ],
  ])('%s leaves what is known as it is', async (_case, rule) => {
    await open({ overrides: { maxAttempts: 1 } })
    await synced.sync()
    const before = await readCache(synced.pool)
    expect(before).toEqual(expectedCache(synced.world))
    synced.sandbox.faults.add({ ...rule, service: 'ec2', probability: 1 / 3 })
    await synced.sync()
    expect(await readCache(synced.pool)).toEqual(before)
    synced.sandbox.faults.clear()
    expect(failures(await synced.sync())).toEqual([])
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  })
})

describe('a sync through an AWS', () => {
  it('that is slow loses nothing', async () => {
    await open()
    synced.sandbox.faults.add({ fault: { kind: 'delay', delayMs: 400 }, probability: 0.5 })
    expect(failures(await synced.sync())).toEqual([])
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  })

  it('that does not answer some calls asks again', async () => {
    await open({ overrides: { maxAttempts: 3, requestTimeoutMs: 300 } })
    synced.sandbox.faults.add({ service: 'ec2', fault: { kind: 'hang' }, probability: 0.1, times: 5 })
    expect(failures(await synced.sync())).toEqual([])
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  })

  it('that throttles everything for a while waits, and reads it all', async () => {
    await open()
    const storm = {
      kind: 'error',
      code: 'RequestLimitExceeded',
      message: 'Request limit exceeded.',
      status: 503,
    } as const
    synced.sandbox.faults.add({ service: 'ec2', fault: storm, probability: 0.5, times: 12 })
    expect(failures(await synced.sync())).toEqual([])
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  })
})

describe('credentials', () => {
  it('that expire every 3 seconds are renewed as often as it takes', async () => {
    await open({ sessionSeconds: 3, environment: { AMIGRAPH_SYNC_CONCURRENCY: '4' } })
    synced.sandbox.faults.add({ service: 'ec2', fault: { kind: 'delay', delayMs: 250 } })
    const from = performance.now()
    expect(failures(await synced.sync())).toEqual([])
    expect(performance.now() - from).toBeGreaterThan(3_000)
    expect(synced.sandbox.calls.total({ operation: 'AssumeRole' })).toBeGreaterThan(synced.world.accounts.size)
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  })
})

describe('two syncs', () => {
  it('at once, while AWS misbehaves and changes, end where one would', async () => {
    await open({ size: { accounts: 6 } })
    await synced.sync()
    synced.sandbox.faults.add({ service: 'ec2', fault: { kind: 'reset' }, probability: 0.1 })
    const [image] = synced.world.regions.get('eu-west-1')?.images.values() ?? []
    const both = [synced.sync(), synced.sync()]
    if (image !== undefined) share(synced.world, image, [{ UserId: '999988887777' }])
    await Promise.all(both)
    synced.sandbox.faults.clear()
    await synced.sync()
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  })
})
