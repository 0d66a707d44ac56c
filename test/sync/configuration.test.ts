import { afterEach, expect, it } from 'vitest'
import { setSettings } from '../../src/sandbox/world/changes.ts'
import type { World } from '../../src/sandbox/world/world.ts'
import { expectedCache } from '../support/expected-cache.ts'
import { readCache } from '../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'

let synced: SyncedSandbox
afterEach(() => synced?.close())

const region = 'eu-west-1'

function memberOf(world: World): string {
  const { managementAccountId } = world.organization
  const found = [...world.accounts.values()].find(
    ({ accountId, state, roles }) =>
      accountId !== managementAccountId && state === 'ACTIVE' && roles.has('amigraph-reader'),
  )
  if (found === undefined) throw new Error('The world has no such account')
  return found.accountId
}

it('settings follow what changes; one that is denied keeps what was known and loses nothing of the others', async () => {
  synced = await createSyncedSandbox()
  const { world, sandbox, pool } = synced
  await synced.sync()
  expect(await readCache(pool)).toEqual(expectedCache(world))
  const accountId = memberOf(world)
  setSettings(world, accountId, region, {
    allowedImages: { state: 'audit-mode', criteria: [{ ImageProviders: ['none'] }, { ImageNames: ['a*', 'b?'] }] },
    imageBlockPublicAccess: 'unblocked',
    snapshotBlockPublicAccess: 'block-new-sharing',
  })
  await synced.sync()
  expect(await readCache(pool)).toEqual(expectedCache(world))

  const fault = { kind: 'error', code: 'UnauthorizedOperation', message: 'denied by a policy', status: 403 } as const
  sandbox.faults.add({ operation: 'GetImageBlockPublicAccessState', accountId, region, fault })
  setSettings(world, accountId, region, {
    allowedImages: { state: 'enabled', criteria: [] },
    imageBlockPublicAccess: 'block-new-sharing',
  })
  const { results } = await synced.sync()
  expect(results.filter(({ failure }) => failure !== null).map(({ source }) => source)).toEqual([
    { accountId, region, kind: 'IMAGE_BLOCK_PUBLIC_ACCESS' },
  ])
  const [cached, expected] = [await readCache(pool), expectedCache(world)]
  expect(cached['allowedImages']).toEqual(expected['allowedImages'])
  const imageSetting = { account_id: accountId, region, managed_by: 'ACCOUNT', resource: 'IMAGE' }
  expect(cached['blockPublicAccess']).toContainEqual({ ...imageSetting, state: 'UNBLOCKED' })
  expect(expected['blockPublicAccess']).toContainEqual({ ...imageSetting, state: 'BLOCK_NEW_SHARING' })
})

it('watermarks are conditions of Allowed AMIs; those that are not read are told by name', async () => {
  synced = await createSyncedSandbox()
  const accountId = memberOf(synced.world)
  const criteria = [
    {
      ImageWatermarks: [{ WatermarkKey: '*:golden', MaximumDaysSinceWatermarkCreated: 90 }],
      ScanResultCondition: { MaxDaysSinceLastFindingScan: 7 },
      ImageProviders: ['amazon'],
    },
    { CreationDateCondition: { MaximumDaysSinceCreated: 90 } },
  ]
  setSettings(synced.world, accountId, region, { allowedImages: { state: 'enabled', criteria } })
  await synced.sync()
  const { rows } = await synced.pool.query(
    `select criteria from amigraph.allowed_images_settings where account_id = $1 and region = $2`,
    [accountId, region],
  )
  expect(rows[0].criteria).toMatchObject([
    {
      imageProviders: ['amazon'],
      imageWatermarks: [
        {
          watermarkKey: '*:golden',
          sourceImageRegion: null,
          maximumDaysSinceSourceImageCreated: null,
          maximumDaysSinceWatermarkCreated: 90,
        },
      ],
      otherConditions: ['ScanResultCondition'],
    },
    { imageProviders: null, maximumDaysSinceCreated: 90, imageWatermarks: null, otherConditions: [] },
  ])
})
