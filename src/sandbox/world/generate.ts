import { makeGoldenImages } from './generate/golden-images.ts'
import { makeInstances } from './generate/instances.ts'
import { fillRecycleBins, makeLaunchTemplates } from './generate/launch-templates.ts'
import { makeLineages } from './generate/lineages.ts'
import { emptyStock, type Making } from './generate/making.ts'
import { makeOrganization } from './generate/organization.ts'
import { makeOutsideImages } from './generate/outside-images.ts'
import { makeOutsideUse } from './generate/outside-use.ts'
import { defaultRegions } from './generate/regions.ts'
import { makeSettings } from './generate/settings.ts'
import { makeWorkloadImages } from './generate/workload-images.ts'
import type { World } from './world.ts'

export type WorldOptions = {
  /** How many member accounts, the management account included; 12 show every part, 10,000 are fine */
  accounts?: number
  seed?: number
  /** The world's present, also while it runs */
  now?: () => Date
  /** What is made lies before this time; the first present unless given. The same seed and time make the same world */
  bornAt?: Date
  /** Region names; golden images are built in eu-west-1, or else in the first one */
  regions?: readonly string[]
  /** Besides golden images, of which there is a fixed number */
  imagesPerAccountRegion?: number
  instancesPerAccountRegion?: number
  /** The role that can be assumed in every account but one */
  roleName?: string
  /** What the role asks for when it is assumed */
  externalId?: string
}

/** A made-up organization, Nordwind's, in which every rule of AMIs can be seen. */
export const createWorld = (options: WorldOptions = {}): World => {
  const { accounts = 12, seed = 1, now = () => new Date(), regions = defaultRegions } = options
  if (!Number.isInteger(accounts) || accounts < 1 || accounts > 10_000)
    throw new RangeError(`A world has 1 to 10,000 accounts, not ${accounts}`)
  if (regions.length === 0) throw new RangeError('A world needs a Region')
  // Whole minutes, so that times read well and a launch never has a fraction that AWS would not write
  const base = new Date(Math.floor((options.bornAt ?? now()).getTime() / 60_000) * 60_000)
  const { roleName = 'amigraph-reader', externalId } = options
  const { world, cast } = makeOrganization({ accounts, seed, now, base, regions, roleName, externalId })
  const making: Making = {
    world,
    base,
    cast,
    sizes: {
      imagesPerAccountRegion: options.imagesPerAccountRegion ?? 5,
      instancesPerAccountRegion: options.instancesPerAccountRegion ?? 8,
    },
    homeRegion: regions.includes('eu-west-1') ? 'eu-west-1' : (regions[0] as string),
    stock: new Map(regions.map(region => [region, emptyStock()])),
  }
  for (const region of regions) makeOutsideImages(making, region)
  makeGoldenImages(making)
  makeSettings(making)
  forEachAccountRegion(making, makeWorkloadImages, making.sizes.imagesPerAccountRegion)
  forEachAccountRegion(making, makeInstances, making.sizes.instancesPerAccountRegion)
  forEachAccountRegion(making, makeLaunchTemplates, 1)
  fillRecycleBins(making)
  makeLineages(making)
  for (const region of regions) makeOutsideUse(making, region)
  return world
}

const forEachAccountRegion = (making: Making, make: typeof makeInstances, count: number) => {
  let position = 0
  for (const account of making.cast.members) {
    for (const region of account.enabledRegions) {
      make(making, account, region, position)
      position += count
    }
  }
}
