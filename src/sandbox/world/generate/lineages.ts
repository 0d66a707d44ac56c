/** Images made from images besides golden ones (R1): of an instance, a copy of that, and a copy of what nobody here runs. */
import { regionOf } from '../find.ts'
import { instancesOf } from '../instance-store.ts'
import type { WorldAccount, WorldImage } from '../world.ts'
import { type ImagePlan, makeImage } from './make-image.ts'
import { daysAgo, dotted, type Making, stockOf } from './making.ts'
import { costTags } from './tag-texts.ts'

export const makeLineages = (making: Making): void => {
  const { booking, network } = making.cast
  const baked = bakeInstance(making, booking)
  if (baked !== undefined) copyElsewhere(making, baked, booking)
  const unused = findUnused(making)
  if (unused !== undefined) copyElsewhere(making, unused, network)
}

/** What a team did by hand to an instance of a golden image, kept as an image of its own. */
const bakeInstance = (making: Making, account: WorldAccount): WorldImage | undefined => {
  const golden = new Set(stockOf(making, making.homeRegion).golden)
  const instances = [...instancesOf(regionOf(making.world, making.homeRegion), account.accountId).after()]
  const instance = instances.find(({ image }) => image !== undefined && golden.has(image) && isPlain(image))
  if (instance?.image === undefined) return undefined
  const created = daysAgo(making, 5)
  return makeImage(making, {
    ...madeOf(instance.image, account),
    region: making.homeRegion,
    created,
    name: `baked-by-hand-${dotted(created)}`,
    fromInstance: instance.instanceId,
  })
}

const copyElsewhere = (making: Making, source: WorldImage, account: WorldAccount) => {
  const region = [...account.enabledRegions].find(enabled => enabled !== source.region)
  if (region === undefined) return
  const name = `copy-of-${source.facts.Name}`
  makeImage(making, { ...madeOf(source, account), region, created: daysAgo(making, 4), name })
}

/** One of Amazon's that the inventory will not hold, so that the lineage leaves it. */
const findUnused = (making: Making): WorldImage | undefined => {
  const { instances } = regionOf(making.world, making.homeRegion)
  const used = new Set([...instances.values()].flatMap(list => [...list.after()].map(({ imageId }) => imageId)))
  return stockOf(making, making.homeRegion).amazon.find(image => isPlain(image) && !used.has(image.imageId))
}

const isPlain = ({ facts }: WorldImage): boolean =>
  facts.PlatformDetails === 'Linux/UNIX' &&
  facts.ProductCodes === undefined &&
  (facts.BlockDeviceMappings ?? []).every(({ Ebs }) => Ebs?.Encrypted !== true)

const madeOf = (source: WorldImage, { accountId, name }: WorldAccount) => {
  const { Architecture, BootMode } = source.facts
  return {
    ownerId: accountId,
    source,
    tags: costTags(name),
    ...(Architecture && { architecture: Architecture }),
    ...(BootMode && { bootMode: BootMode }),
  } satisfies Partial<ImagePlan>
}
