import type { World, WorldImage } from '../world.ts'
import type { Cast } from './cast.ts'

/** What the parts of the generator share while a world is made. */
export type Making = {
  world: World
  /** The world's present: everything made lies before it */
  base: Date
  cast: Cast
  sizes: Sizes
  /** Where golden images are built; the other Regions get copies */
  homeRegion: string
  /** By Region: what instances can be launched from */
  stock: Map<string, Stock>
}

export type Sizes = { imagesPerAccountRegion: number; instancesPerAccountRegion: number }

export type Stock = {
  amazon: WorldImage[]
  marketplace: WorldImage[]
  /** Public images of owners that nobody here knows */
  community: WorldImage[]
  /** Golden releases, the current one of each family first */
  golden: WorldImage[]
  currentGolden: WorldImage[]
  /** Golden releases that were disabled or deregistered after instances had been launched from them */
  retired: WorldImage[]
  /** Images shared from outside the organization, by who they were shared with */
  partner: WorldImage[]
}

export const emptyStock = (): Stock => ({
  amazon: [],
  marketplace: [],
  community: [],
  golden: [],
  currentGolden: [],
  retired: [],
  partner: [],
})

export const stockOf = (making: Making, region: string): Stock => {
  const stock = making.stock.get(region) ?? emptyStock()
  making.stock.set(region, stock)
  return stock
}

/** A time that many days before the world's present, in whole seconds. */
export const daysAgo = (making: Making, days: number): Date =>
  new Date(making.base.getTime() - Math.round(days * 86_400) * 1000)

/** `2026.03.14`, as release names carry it. */
export const dotted = (date: Date): string => date.toISOString().slice(0, 10).replaceAll('-', '.')
