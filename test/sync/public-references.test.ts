import { afterAll, beforeAll, expect, it } from 'vitest'
import { nameImage, registerImage, share } from '../../src/sandbox/world/changes.ts'
import type { WorldImage } from '../../src/sandbox/world/world.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'

let synced: SyncedSandbox
let api: TestApi
let image: WorldImage
let other: string
const region = 'eu-west-1'

beforeAll(async () => {
  synced = await createSyncedSandbox()
  api = await createTestApi(synced.pool)
  const [owner, namer] = [...synced.world.accounts.values()].filter(
    ({ state, roles, enabledRegions }) =>
      state === 'ACTIVE' && roles.has('amigraph-reader') && enabledRegions.has(region),
  )
  other = namer?.accountId ?? ''
  image = registerImage(synced.world, { region, ownerId: owner?.accountId ?? '', facts: { Name: 'for everybody' } })
  share(synced.world, image, [{ Group: 'all' }])
  const arn = `arn:aws:ssm:${region}:${other}:parameter/base`
  nameImage(synced.world, { region, accountId: other }, { type: 'ssm:Parameter', arn, imageId: image.imageId })
  await synced.sync()
}, 60_000)
afterAll(async () => {
  await api?.stop()
  await synced?.close()
})

const deregistration = async () => {
  const { data, errors } = await api.query(
    `query ($imageId: ID!) { image(imageId: $imageId) { deregistration {
      verdict reasons uses { kind account { accountId } examples } referencesReadTooEarly { kind } } } }`,
    { imageId: image.imageId },
  )
  expect(errors).toBeUndefined()
  return data.image.deregistration
}

it('asks every member what names a public image of another, once it is known to be public', async () => {
  const before = await deregistration()
  expect(before.reasons).toContain('REFERENCES_UNKNOWN')
  expect(before.referencesReadTooEarly.length).toBeGreaterThan(0)
  await synced.sync()
  const { verdict, uses } = await deregistration()
  expect(uses).toEqual([
    {
      kind: 'SSM_PARAMETER',
      account: { accountId: other },
      examples: [`arn:aws:ssm:${region}:${other}:parameter/base`],
    },
  ])
  expect(verdict).toBe('IN_USE')
})
