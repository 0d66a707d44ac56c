/** What accounts outside the organization run of the images that they were let use: only a usage report tells of it. */

import { createLaunchTemplate, launch } from '../changes.ts'
import { launchableBy } from '../permissions.ts'
import { daysAgo, type Making } from './making.ts'
import { supplier } from './outsiders.ts'

/** The supplier runs every other image that was shared with its account, some also by a launch template. */
export const makeOutsideUse = (making: Making, region: string): void => {
  const { world } = making
  const { accountId } = supplier
  const mayLaunch = launchableBy(world, accountId)
  const shared = world.regions.get(region)?.imagesByPrincipal.get(`account ${accountId}`)?.after() ?? []
  const images = [...shared].filter(image => world.accounts.has(image.ownerId) && mayLaunch(image))
  for (const [position, image] of images.entries()) {
    if (position % 2 === 1 || image.facts.State !== 'available') continue
    const launchTime = daysAgo(making, 12)
    for (const instance of launch(world, image, { accountId, instanceType: 'm5.large', count: 1 + (position % 3) }))
      instance.launchTime = launchTime
    image.launches = [launchTime]
    if (position % 4 === 0)
      createLaunchTemplate(world, { region, accountId, name: 'from-nordwind', data: { ImageId: image.imageId } })
  }
}
