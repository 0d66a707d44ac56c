import { afterEach, expect, it, vi } from 'vitest'
import {
  addAccount,
  launch,
  moveAccount,
  removeAccount,
  setRegion,
  suspendAccount,
} from '../../../src/sandbox/world/changes.ts'
import type { WorldAccount } from '../../../src/sandbox/world/world.ts'
import { expectedCache } from '../../support/expected-cache.ts'
import { readCache } from '../../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../../support/synced-sandbox.ts'

// Several syncs each, of which every call may be asked again: on a busy machine more than a minute.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

// Accounts and Regions that go and come back: while they are away nothing is forgotten that was not taken away (R20; what
// goes meanwhile is in ../bad-input.test.ts), and afterwards everything is as if they had always been there.

let synced: SyncedSandbox
afterEach(() => synced?.close())

const open = async (): Promise<WorldAccount> => {
  synced = await createSyncedSandbox({ size: { accounts: 6, regions: ['eu-west-1', 'eu-south-2'] } })
  const { world } = synced
  const found = [...world.accounts.values()].find(
    ({ accountId, state, roles }) =>
      state === 'ACTIVE' && roles.has('amigraph-reader') && accountId !== world.organization.managementAccountId,
  )
  if (found === undefined) throw new Error('The world has no such account')
  setRegion(world, found.accountId, 'eu-south-2', true)
  await synced.sync()
  return found
}
const isWhole = async () => {
  await synced.sync()
  expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
}
/** Something to notice after the absence. */
const launchIn = (account: WorldAccount) => {
  const image = [...(synced.world.regions.get('eu-west-1')?.images.values() ?? [])].find(
    ({ ownerId, facts }) => ownerId === account.accountId && facts.State === 'available',
  )
  if (image === undefined) throw new Error('The account has no image')
  launch(synced.world, image, { accountId: account.accountId, instanceType: 'm5.large' })
}

it('an account that is suspended and comes back is read again', async () => {
  const account = await open()
  suspendAccount(synced.world, account.accountId)
  await synced.sync()
  account.state = 'ACTIVE'
  launchIn(account)
  await isWhole()
  const outcomes = [...(await synced.outcomes())].filter(([source]) => source.startsWith(account.accountId))
  expect(new Set(outcomes.map(([, outcome]) => outcome))).toEqual(new Set(['FRESH']))
})

it('an account that leaves and comes back is a member like any other', async () => {
  const account = await open()
  removeAccount(synced.world, account.accountId)
  await isWhole()
  addAccount(synced.world, { ...account })
  launchIn(account)
  await isWhole()
})

it('an account that moves takes what is shared with its units along', async () => {
  const account = await open()
  for (const unit of synced.world.organization.units.values()) {
    moveAccount(synced.world, account.accountId, unit.id)
    await isWhole()
  }
})

it('a Region that is switched off and on again is read again', async () => {
  const account = await open()
  const before = await readCache(synced.pool)
  setRegion(synced.world, account.accountId, 'eu-south-2', false)
  await synced.sync()
  expect(await readCache(synced.pool)).toEqual(before)
  setRegion(synced.world, account.accountId, 'eu-south-2', true)
  await isWhole()
})

it('a role that is taken away and given back is assumed again', async () => {
  const account = await open()
  const role = account.roles.get('amigraph-reader') ?? {}
  account.roles.delete('amigraph-reader')
  await synced.sync()
  account.roles.set('amigraph-reader', role)
  launchIn(account)
  await isWhole()
})
