import type { ResponseLaunchTemplateData } from '@aws-sdk/client-ec2'
import { regionOf } from '../find.ts'
import { resourceId } from '../identifiers.ts'
import { latestVersion, launchTemplatesOf } from '../launch-template-store.ts'
import type { World, WorldLaunchTemplate } from '../world.ts'

export type NewTemplate = { region: string; accountId: string; name: string; data: ResponseLaunchTemplateData }

/** Makes a launch template with its first version, which is the default. */
export const createLaunchTemplate = (
  world: World,
  { region, accountId, name, data }: NewTemplate,
): WorldLaunchTemplate => {
  const template: WorldLaunchTemplate = {
    region,
    accountId,
    launchTemplateId: resourceId('lt', world.random),
    name,
    defaultVersion: 1,
    versions: [versionOf(world, accountId, 1, data)],
  }
  launchTemplatesOf(regionOf(world, region), accountId).add(template)
  tell(world, template)
  return template
}

/** Adds a version, which is the latest from then on, and with `isDefault` the default too. */
export const createLaunchTemplateVersion = (
  world: World,
  template: WorldLaunchTemplate,
  data: ResponseLaunchTemplateData,
  { isDefault = false }: { isDefault?: boolean } = {},
): void => {
  const number = latestVersion(template).VersionNumber + 1
  template.versions.push(versionOf(world, template.accountId, number, data))
  if (isDefault) template.defaultVersion = number
  tell(world, template)
}

/** Takes a launch template away with all of its versions. */
export const deleteLaunchTemplate = (world: World, template: WorldLaunchTemplate): void => {
  launchTemplatesOf(regionOf(world, template.region), template.accountId).delete(template.launchTemplateId)
  tell(world, template)
}

const versionOf = (world: World, accountId: string, number: number, data: ResponseLaunchTemplateData) => ({
  VersionNumber: number,
  CreateTime: world.now(),
  CreatedBy: `arn:aws:iam::${accountId}:role/deploy`,
  LaunchTemplateData: data,
})

const tell = (world: World, { region, accountId, launchTemplateId }: WorldLaunchTemplate) =>
  world.notify({ kind: 'launch-template', at: world.now(), region, accountId, launchTemplateId })
