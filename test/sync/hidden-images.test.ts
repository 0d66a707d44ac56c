import { afterEach, expect, it } from 'vitest'
import { setSettings } from '../../src/sandbox/world/changes.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { randomWorld } from '../support/raw-sharing/random-world.ts'
import { askEverything } from '../support/raw-sharing/raw-answers.ts'
import { bruteForceFromAnswers } from '../support/raw-sharing/raw-oracle.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'
import { disagreement, toldSharing } from '../support/told-sharing.ts'

let synced: SyncedSandbox
let api: TestApi

afterEach(async () => {
  await api?.stop()
  await synced?.close()
})

// Requests of EC2 leave empty lists out, so that no account can have set one; to allow nobody's images AWS has `none`.
it.each([
  ['none as the only provider hides what is shared', { ImageProviders: ['none'] }, true],
  ['an empty list of providers is no condition, and hides nothing', { ImageProviders: [] }, false],
])('%s', async (_name, criterion, isHidden) => {
  const { world } = randomWorld(85, { units: 4, members: 4, images: 3, changes: 0 })
  setSettings(world, '100000000002', 'eu-west-1', { allowedImages: { state: 'enabled', criteria: [criterion] } })
  synced = await createSyncedSandbox({ world })
  api = await createTestApi(synced.pool, { settings: { maxQueryCost: 2 ** 31 } })
  await synced.sync()
  const told = await toldSharing(api)
  expect(disagreement(told, bruteForceFromAnswers(await askEverything(synced.sandbox, null)))).toBeNull()
  const hidden = told.problems.filter(problem => problem.includes(' HIDDEN_BY_ALLOWED_IMAGES 100000000002'))
  expect(hidden.length > 0).toBe(isHidden)
})
