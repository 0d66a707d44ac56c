import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deregister, launch, share, tag, terminate, unshare } from '../../src/sandbox/world/changes.ts'
import type { WorldImage } from '../../src/sandbox/world/world.ts'
import { expectedCache } from '../support/expected-cache.ts'
import { readCache } from '../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'

let synced: SyncedSandbox

beforeAll(async () => {
  synced = await createSyncedSandbox({ size: { accounts: 12, regions: ['eu-west-1', 'us-east-1', 'eu-south-2'] } })
})
afterAll(() => synced?.close())

/** An available image of a member that AWS would let us change. */
function someImage(pick: (image: WorldImage) => boolean = () => true): WorldImage {
  for (const region of synced.world.regions.values())
    for (const image of region.images.values())
      if (
        synced.world.accounts.get(image.ownerId)?.roles.has('amigraph-reader') &&
        synced.world.accounts.get(image.ownerId)?.state === 'ACTIVE' &&
        image.facts.State === 'available' &&
        pick(image)
      )
        return image
  throw new Error('The world has no such image')
}

describe('a sync', () => {
  it('reads the whole world, the management account included', async () => {
    const { results } = await synced.sync()
    expect(results.filter(({ failure }) => failure !== null)).toHaveLength(2)
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
    const { managementAccountId } = synced.world.organization
    expect(
      results.some(({ source }) => source.accountId === managementAccountId && source.kind === 'IMAGES_OWNED'),
    ).toBe(true)
  })

  it('writes nothing when nothing changed', async () => {
    const before = await synced.pool.query(`select image_id, xmin from amigraph.images order by region, image_id`)
    const { rowsChanged } = await synced.sync()
    const after = await synced.pool.query(`select image_id, xmin from amigraph.images order by region, image_id`)
    expect(rowsChanged).toBe(0)
    expect(after.rows).toEqual(before.rows)
  })

  it('follows what changes: shares, launches, terminations, tags, deregistrations', async () => {
    const { world } = synced
    const shared = someImage()
    share(world, shared, [{ UserId: '999988887777' }, { OrganizationArn: world.organization.arn }])
    const unshared = someImage(image => image.launchPermissions.length > 0 && image !== shared)
    unshare(world, unshared, unshared.launchPermissions.slice(0, 1))
    const launched = someImage(image => image !== shared)
    const [instance] = launch(world, launched, { accountId: launched.ownerId, instanceType: 'm5.large' })
    tag(world, { region: shared.region, resourceId: shared.imageId, accountId: shared.ownerId }, [
      { Key: 'Größe 🚀', Value: '"<&>\' עברית' },
    ])
    deregister(
      world,
      someImage(image => ![shared, unshared, launched].includes(image)),
    )
    await synced.sync()
    expect(await readCache(synced.pool)).toEqual(expectedCache(world))

    if (instance === undefined) throw new Error('nothing was launched')
    terminate(world, instance)
    await synced.sync()
    expect(await readCache(synced.pool)).toEqual(expectedCache(world))
  })

  it('keeps an image that is gone while instances run on it, as deregistered and under its name', async () => {
    const { world } = synced
    const image = someImage(candidate => candidate.facts.Name !== undefined)
    launch(world, image, { accountId: image.ownerId, instanceType: 'm5.large' })
    await synced.sync()
    deregister(world, image)
    await synced.sync()
    const { rows } = await synced.pool.query(
      `select name, state, evidence, owner_account_id, architecture from amigraph.images where region = $1 and image_id = $2`,
      [image.region, image.imageId],
    )
    expect(rows).toEqual([
      {
        name: image.facts.Name,
        state: 'DEREGISTERED',
        evidence: 'INSTANCE',
        owner_account_id: image.ownerId,
        architecture: image.facts.Architecture?.toUpperCase(),
      },
    ])
  })

  it('keeps which image an instance ran on after the instance is gone (R17)', async () => {
    const { world, pool } = synced
    const image = someImage()
    const [instance] = launch(world, image, { accountId: image.ownerId, instanceType: 'm5.large' })
    if (instance === undefined) throw new Error('nothing was launched')
    await synced.sync()
    world.regions.get(image.region)?.instances.get(image.ownerId)?.delete(instance.instanceId)
    await synced.sync()
    const known = await pool.query(`select from amigraph.instances where instance_id = $1`, [instance.instanceId])
    const seen = await pool.query(`select image_id from amigraph.instance_images where instance_id = $1`, [
      instance.instanceId,
    ])
    expect(known.rowCount).toBe(0)
    expect(seen.rows).toEqual([{ image_id: image.imageId }])
  })

  it('leaves the same cache when two run at once', async () => {
    share(synced.world, someImage(), [{ UserId: '123412341234' }])
    await Promise.all([synced.sync(), synced.sync()])
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  })
})
