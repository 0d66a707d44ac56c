import { afterEach, expect, it } from 'vitest'
import { copyImage } from '../../src/sandbox/world/changes.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'

let synced: SyncedSandbox
afterEach(() => synced?.close())

const region = 'eu-west-1'

it('asks for the ancestry of images whose source is not known, once; what fails is asked again', async () => {
  synced = await createSyncedSandbox()
  const { world, sandbox, pool } = synced
  await synced.sync()
  const before = sandbox.calls.total({ operation: 'GetImageAncestry' })
  const ownerId = world.organization.managementAccountId
  const known = new Set(
    (await pool.query<{ image_id: string }>('select image_id from amigraph.images')).rows.map(row => row.image_id),
  )
  const source = [...(world.regions.get(region)?.images.values() ?? [])].find(
    image => image.facts.ImageOwnerAlias === 'amazon' && !known.has(image.imageId),
  )
  if (source === undefined) throw new Error('Every image of Amazon’s is in use')
  const copy = copyImage(world, source, { region, ownerId, name: 'copy of what nobody here runs' })
  const copyOfCopy = copyImage(world, copy, { region: 'us-east-1', ownerId, name: 'copy of a copy' })

  const fault = { kind: 'error', code: 'UnauthorizedOperation', message: 'no', status: 403 } as const
  sandbox.faults.add({ operation: 'GetImageAncestry', fault, nth: 1 })
  const { results } = await synced.sync()
  expect(results.filter(({ failure }) => failure !== null).map(({ source: { kind } }) => kind)).toEqual([
    'IMAGE_ANCESTRY',
  ])
  await synced.sync()
  await synced.sync()
  // The copy of the copy has its source in the cache. One call failed, one was answered, none was needed after.
  expect(sandbox.calls.total({ operation: 'GetImageAncestry' }) - before).toBe(2)
  const { rows } = await pool.query(
    `select image_id, generation, ancestor_region, ancestor_image_id, ancestor_owner_alias
     from amigraph.image_ancestors where image_id = any($1)`,
    [[copy.imageId, copyOfCopy.imageId]],
  )
  expect(rows).toEqual([
    {
      image_id: copy.imageId,
      generation: 1,
      ancestor_region: region,
      ancestor_image_id: source.imageId,
      ancestor_owner_alias: 'amazon',
    },
  ])
})
