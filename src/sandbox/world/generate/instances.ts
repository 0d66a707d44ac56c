/** Instances: most on golden images, some on what should not run any more. */

import { regionOf } from '../find.ts'
import { resourceId } from '../identifiers.ts'
import { putInstance } from '../instance-store.ts'
import { launchableBy } from '../permissions.ts'
import { withSeconds } from '../time-format.ts'
import type { WorldAccount, WorldImage, WorldInstance } from '../world.ts'
import { daysAgo, type Making, type Stock, stockOf } from './making.ts'
import { costTags, tagTexts } from './tag-texts.ts'

type Source = (making: Making, stock: Stock, account: WorldAccount, region: string) => readonly WorldImage[]

const golden: Source = (_, stock) => stock.golden
const currentGolden: Source = (_, stock) => stock.currentGolden
const ownImages: Source = ({ world }, _, account, region) => [
  ...(regionOf(world, region).imagesByOwner.get(account.accountId)?.after() ?? []),
]
const sharedImages: Source = ({ world }, _, account, region) => [
  ...(regionOf(world, region).imagesByPrincipal.get(`account ${account.accountId}`)?.after() ?? []),
]

/** Where the images come from, in turn, so that each source comes up in every larger account. */
const sources: readonly Source[] = [
  currentGolden,
  golden,
  currentGolden,
  (_, stock) => stock.amazon,
  ownImages,
  golden,
  (_, stock) => stock.retired,
  currentGolden,
  (_, stock) => stock.marketplace,
  golden,
  (_, stock) => stock.community,
  ownImages,
  currentGolden,
  sharedImages,
  golden,
  (_, stock) => stock.partner,
  currentGolden,
]

/** Makes the instances of one account in one Region; `position` is how many the world has already. */
export const makeInstances = (making: Making, account: WorldAccount, region: string, position: number): void => {
  if (account.state !== 'ACTIVE') return
  const stock = stockOf(making, region)
  const mayLaunch = launchableBy(making.world, account.accountId)
  let reservationId = ''
  for (let index = 0; index < making.sizes.instancesPerAccountRegion; index++) {
    const source = sources[(position + index) % sources.length] as Source
    const image =
      pickImage(making, source(making, stock, account, region), mayLaunch) ?? pickImage(making, stock.amazon, mayLaunch)
    if (image === undefined) continue
    // Every third instance came with the one before it
    if (index % 3 !== 2 || reservationId === '') reservationId = resourceId('r', making.world.random)
    putInstance(regionOf(making.world, region), makeInstance(making, account, image, reservationId, position + index))
  }
}

/** Disabled and deregistered images were still launchable when the instances were made. */
const pickImage = (making: Making, images: readonly WorldImage[], mayLaunch: (image: WorldImage) => boolean) => {
  const { random } = making.world
  for (let attempt = 0; attempt < 6 && images.length > 0; attempt++) {
    const image = random.pick(images)
    const isGone = image.facts.State === 'deregistered' || image.facts.State === 'disabled'
    if (image.facts.RootDeviceType === 'ebs' && (isGone || (image.facts.State === 'available' && mayLaunch(image))))
      return image
  }
  return undefined
}

const typesFor = ({ facts }: WorldImage) => {
  if (facts.Architecture === 'arm64') return ['t4g.medium', 'm7g.large', 'c7g.xlarge']
  if (facts.BootMode === 'uefi') return ['t3.large', 'm5.large', 'm7i.large']
  return facts.Platform !== undefined
    ? ['t3.large', 'm5.xlarge', 'r5.xlarge', 'm7i.2xlarge']
    : ['t3.micro', 't3.large', 'm5.large', 'c6a.large', 'm7i.large', 'm4.large', 't2.micro']
}

const makeInstance = (
  making: Making,
  account: WorldAccount,
  image: WorldImage,
  reservationId: string,
  position: number,
): WorldInstance => {
  const { random } = making.world
  const region = regionOf(making.world, image.region)
  const imageAge = (making.base.getTime() - Date.parse(image.facts.CreationDate ?? '')) / 86_400_000
  const launchTime = daysAgo(making, random.unit() * Math.min(imageAge, 420))
  noteLaunch(making, image, launchTime)
  const isTerminated = position % 23 === 7
  const isStopped = !isTerminated && position % 9 === 4
  return {
    region: region.name,
    accountId: account.accountId,
    instanceId: resourceId('i', random),
    reservationId,
    imageId: image.imageId,
    image,
    instanceType: random.pick(typesFor(image)),
    state: isTerminated ? 'terminated' : isStopped ? 'stopped' : 'running',
    stateReason: isTerminated || isStopped ? userShutdown : undefined,
    launchTime,
    // Some are listed for a little longer, some are gone already (R17)
    terminatedAt: isTerminated ? daysAgo(making, position % 2 === 0 ? 0.01 : 0.2) : undefined,
    zone: random.pick(region.zones),
    tags: instanceTags(account, position),
    // The licence was switched on the running instance (R16)
    billing:
      image.facts.UsageOperation === 'RunInstances:0002' && position % 5 === 0
        ? { platformDetails: 'Windows BYOL', usageOperation: 'RunInstances:0800' }
        : undefined,
    recorded: undefined,
    recordedMetadata: undefined,
  }
}

const userShutdown = {
  Code: 'Client.UserInitiatedShutdown',
  Message: 'Client.UserInitiatedShutdown: User initiated shutdown',
}

const instanceTags = (account: WorldAccount, position: number) => {
  const tags = costTags(account.name)
  return position % 6 === 0 ? [...tags, tagTexts[position % tagTexts.length] as (typeof tags)[number]] : tags
}

/** The last launch that AWS reports by now: a day late (R5). */
const noteLaunch = (making: Making, { facts }: WorldImage, time: Date) => {
  const text = withSeconds(time)
  if (time <= daysAgo(making, 1) && (facts.LastLaunchedTime ?? '') < text) facts.LastLaunchedTime = text
}
