import { afterEach, expect, it, vi } from 'vitest'
import { launch } from '../../../src/sandbox/world/changes.ts'
import { eventually } from '../../support/eventually.ts'
import { expectedCache } from '../../support/expected-cache.ts'
import { readCache } from '../../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../../support/synced-sandbox.ts'

// Several syncs each, of which every call may be asked again: on a busy machine more than a minute.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let synced: SyncedSandbox
afterEach(() => synced?.close())

it('items that come and go between the pages of a listing cost no other item', async () => {
  synced = await createSyncedSandbox()
  const { world, sandbox, pool } = synced
  const region = 'eu-west-1'
  const accountId = world.organization.managementAccountId
  const image = [...(world.regions.get(region)?.images.values() ?? [])].find(({ facts }) => facts.State === 'available')
  if (image === undefined) throw new Error('The world has no image')
  const start = (count: number) => launch(world, image, { accountId, instanceType: 'm5.large', count })
  const there = start(2_500)
  // The second page is held up, and everything moves while it is.
  sandbox.faults.add({
    operation: 'DescribeInstances',
    accountId,
    region,
    fault: { kind: 'delay', delayMs: 1_000 },
    nth: 2,
  })
  const syncing = synced.sync()
  await eventually(() => expect(sandbox.calls.total({ operation: 'DescribeInstances', accountId, region })).toBe(2))
  const instances = world.regions.get(region)?.instances.get(accountId)
  const gone = there.filter((_, index) => index % 5 === 0)
  for (const { instanceId } of gone) instances?.delete(instanceId)
  start(700)
  await syncing

  const { rows } = await pool.query<{ instance_id: string }>(
    `select instance_id from amigraph.instances where account_id = $1 and region = $2`,
    [accountId, region],
  )
  const known = new Set(rows.map(row => row.instance_id))
  const stayed = there.filter(instance => !gone.includes(instance))
  expect(stayed.filter(({ instanceId }) => !known.has(instanceId))).toEqual([])
  await synced.sync()
  expect(await readCache(pool)).toEqual(expectedCache(world))
})
