import { indexFor } from './indexed.ts'
import type { OrderedIndex } from './ordered-index.ts'
import type { WorldLaunchTemplate, WorldRegion, WorldTemplateVersion } from './world.ts'

export const launchTemplatesOf = (region: WorldRegion, accountId: string): OrderedIndex<WorldLaunchTemplate> =>
  indexFor(region.launchTemplates, accountId, template => template.launchTemplateId)

/** A template is never without a version. */
export const latestVersion = (template: WorldLaunchTemplate): WorldTemplateVersion => {
  const latest = template.versions.at(-1)
  if (latest === undefined) throw new RangeError(`The launch template ${template.launchTemplateId} has no version`)
  return latest
}
