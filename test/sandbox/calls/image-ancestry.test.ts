import { expect, it } from 'vitest'
import { ec2Calls } from '../../../src/sandbox/calls/ec2/calls.ts'
import { deregister, registerImage, share } from '../../../src/sandbox/world/changes.ts'
import { away, builder, consumer, createStage, errorCode, home, stranger } from './stage.ts'

const stageWithLineage = () => {
  const stage = createStage()
  const CreationDate = '2026-02-01T00:00:00.000Z'
  const from = ({ imageId, region }: { imageId: string; region: string }) => ({
    SourceImageId: imageId,
    SourceImageRegion: region,
  })
  const root = registerImage(stage.world, {
    ...{ region: away, ownerId: stranger },
    facts: { ImageOwnerAlias: 'amazon', CreationDate, SourceImageId: 'ami-00000000000000bad', SourceImageRegion: away },
  })
  const middle = registerImage(stage.world, { region: away, ownerId: builder, facts: { CreationDate, ...from(root) } })
  const image = stage.image({ CreationDate, ...from(middle) })
  const ask = async (accountId: string, ImageId: string | undefined = image.imageId) =>
    (await ec2Calls.GetImageAncestry({ ImageId }, stage.as(accountId))).ImageAncestryEntries ?? []
  return { ...stage, ask, root, middle, image }
}

it('tells of the image first, then of what it was made from, over Regions and owners, up to what nobody knows', async () => {
  const { ask, root, middle, image } = stageWithLineage()
  const entries = await ask(builder)
  expect(entries.map(({ ImageId }) => ImageId)).toEqual([image.imageId, middle.imageId, root.imageId])
  expect(entries[0]).toEqual({
    ImageId: image.imageId,
    ImageOwnerAlias: undefined,
    SourceImageId: middle.imageId,
    SourceImageRegion: away,
    CreationDate: new Date('2026-02-01T00:00:00.000Z'),
  })
  // The last one says what it was made from, though that is nowhere to be seen.
  expect(entries[2]).toMatchObject({ ImageOwnerAlias: 'amazon', SourceImageId: 'ami-00000000000000bad' })
})

it('still tells of ancestors that are gone', async () => {
  const { ask, world, middle, root, image } = stageWithLineage()
  deregister(world, { region: away, imageId: middle.imageId })
  expect((await ask(builder)).map(({ ImageId }) => ImageId)).toEqual([image.imageId, middle.imageId, root.imageId])
})

it('answers who may launch the image, and nobody else', async () => {
  const { ask, world, image, middle } = stageWithLineage()
  expect(await errorCode(() => ask(consumer))).toBe('AuthFailure')
  share(world, { region: home, imageId: image.imageId }, [{ UserId: consumer }])
  expect(await ask(consumer)).toHaveLength(3)
  expect(await errorCode(() => ask(builder, middle.imageId))).toBe('InvalidAMIID.NotFound')
  expect(await errorCode(() => ask(builder, 'ami-none'))).toBe('InvalidAMIID.Malformed')
  deregister(world, { region: home, imageId: image.imageId })
  expect(await errorCode(() => ask(builder))).toBe('InvalidAMIID.Unavailable')
})
