import { instanceTypes } from './instance-types.ts'
import { OrderedIndex } from './ordered-index.ts'
import { createRandom } from './random.ts'
import type { World, WorldOrganization, WorldRegion } from './world.ts'

/** A world with nothing in it yet: the generator and the loader both start from one. */
export const emptyWorld = (options: {
  seed?: number
  bornAt?: Date
  now: () => Date
  organization: WorldOrganization
  regions: readonly { name: string; optIn: boolean; zones?: string[] }[]
  isKnown?: World['isKnown']
}): World => {
  const listeners = new Set<Parameters<World['onChange']>[0]>()
  return {
    seed: options.seed,
    bornAt: options.bornAt,
    now: options.now,
    random: createRandom(options.seed ?? 0),
    organization: options.organization,
    accounts: new Map(),
    accountIndex: new OrderedIndex(account => account.accountId),
    accountsByParent: new Map(),
    regions: new Map(options.regions.map(region => [region.name, emptyRegion(region)])),
    isKnown: options.isKnown ?? (() => true),
    onChange: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    notify: change => {
      for (const listener of listeners) listener(change)
    },
  }
}

/** A Region with nothing in it yet. */
export const emptyRegion = (region: { name: string; optIn: boolean; zones?: string[] }): WorldRegion => ({
  name: region.name,
  optIn: region.optIn,
  endpoint: `ec2.${region.name}.amazonaws.com`,
  zones: region.zones ?? ['a', 'b', 'c'].map(letter => region.name + letter),
  images: new Map(),
  imagesByOwner: new Map(),
  imagesByAlias: new Map(),
  imagesByPrincipal: new Map(),
  deregisteredImages: new Map(),
  snapshots: new Map(),
  snapshotsByOwner: new Map(),
  snapshotsByPrincipal: new Map(),
  instances: new Map(),
  settings: new Map(),
  instanceTypes,
  launchTemplates: new Map(),
  references: new Map(),
  recycleBin: new Map(),
  fastLaunch: new Map(),
  usageReports: new Map(),
  keys: new Map(),
  keysByAlias: new Map(),
  pipelines: new Map(),
  builds: new Map(),
  recordedBuilds: new Map(),
})
