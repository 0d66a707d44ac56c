import { expect, it } from 'vitest'
import { ec2Calls } from '../../../src/sandbox/calls/ec2/calls.ts'
import { deregister, recycle, restore } from '../../../src/sandbox/world/changes.ts'
import { pagesOf } from './pages-of.ts'
import { away, builder, consumer, createStage, errorCode, home, start } from './stage.ts'

const days = (count: number) => new Date(start.getTime() + count * 86_400_000)

const stageWithBin = () => {
  const stage = createStage()
  const images = Array.from({ length: 7 }, (_, i) => stage.image({ Name: `image ${i}`, Description: `number ${i}` }))
  const place = ({ imageId }: { imageId: string }) => ({ region: home, imageId })
  const ask = async (accountId = builder, region = home, ImageIds?: string[]) =>
    (await ec2Calls.ListImagesInRecycleBin({ ImageIds }, stage.as(accountId, region))).Images ?? []
  return { ...stage, images, place, ask }
}

it('holds what a retention rule keeps, with how long, until then', async () => {
  const { images, place, ask, world, setTime } = stageWithBin()
  const [first, second, gone] = images as [(typeof images)[0], (typeof images)[0], (typeof images)[0]]
  recycle(world, place(first), 7)
  recycle(world, place(second), 1)
  deregister(world, place(gone))
  expect(await ask()).toEqual(
    [
      {
        ImageId: first.imageId,
        Name: 'image 0',
        Description: 'number 0',
        RecycleBinEnterTime: start,
        RecycleBinExitTime: days(7),
      },
      {
        ImageId: second.imageId,
        Name: 'image 1',
        Description: 'number 1',
        RecycleBinEnterTime: start,
        RecycleBinExitTime: days(1),
      },
    ].sort((a, b) => (a.ImageId < b.ImageId ? -1 : 1)),
  )
  expect((await ask(builder, home, [first.imageId])).map(({ ImageId }) => ImageId)).toEqual([first.imageId])
  setTime(days(1))
  expect((await ask()).map(({ ImageId }) => ImageId)).toEqual([first.imageId])
  setTime(days(7))
  expect(await ask()).toEqual([])
})

it('is the owner’s, in one Region, and gives images back', async () => {
  const { images, place, ask, world, as } = stageWithBin()
  const [image] = images as [(typeof images)[0]]
  recycle(world, place(image), 7)
  expect(await ask(consumer)).toEqual([])
  expect(await ask(builder, away)).toEqual([])
  const described = async () => (await ec2Calls.DescribeImages({ Owners: ['self'] }, as(builder))).Images?.length
  expect(await described()).toBe(6)
  restore(world, place(image))
  expect(await ask()).toEqual([])
  expect(await described()).toBe(7)
})

it('comes in pages of five at least', async () => {
  const { images, place, ask, world, as } = stageWithBin()
  for (const image of images) recycle(world, place(image), 7)
  const pages = await pagesOf(
    NextToken => ec2Calls.ListImagesInRecycleBin({ MaxResults: 5, NextToken }, as(builder)),
    page => page.NextToken,
  )
  expect(pages.map(({ Images = [] }) => Images.length)).toEqual([5, 2])
  expect(pages.flatMap(({ Images = [] }) => Images)).toEqual(await ask())
  expect(await errorCode(() => ec2Calls.ListImagesInRecycleBin({ MaxResults: 4 }, as(builder)))).toBe(
    'InvalidParameterValue',
  )
  expect(await errorCode(() => ec2Calls.ListImagesInRecycleBin({ NextToken: 'x' }, as(builder)))).toBe(
    'InvalidParameterValue',
  )
})
