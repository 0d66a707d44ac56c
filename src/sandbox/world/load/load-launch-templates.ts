import type { LaunchTemplateVersion } from '@aws-sdk/client-ec2'
import { launchTemplatesOf } from '../launch-template-store.ts'
import type { WorldLaunchTemplate } from '../world.ts'
import type { ImageView } from './load-images.ts'
import { listIn, textIn } from './read-outputs.ts'

/** Loads an account's launch templates in a Region, with the versions that were recorded of each. */
export const loadLaunchTemplates = ({ accountId, region, folder }: ImageView): void => {
  const templates = new Map<string, WorldLaunchTemplate>()
  for (const output of folder.outputs('describe-launch-template-versions')) {
    for (const recorded of listIn<LaunchTemplateVersion>(output, 'LaunchTemplateVersions')) {
      const launchTemplateId = textIn(output, recorded, 'LaunchTemplateId')
      const { LaunchTemplateId: _, LaunchTemplateName = '', DefaultVersion, VersionNumber = 1, ...version } = recorded
      const template = templates.get(launchTemplateId) ?? {
        region: region.name,
        accountId,
        launchTemplateId,
        name: LaunchTemplateName,
        defaultVersion: VersionNumber,
        versions: [],
      }
      templates.set(launchTemplateId, template)
      if (DefaultVersion) template.defaultVersion = VersionNumber
      const others = template.versions.filter(known => known.VersionNumber !== VersionNumber)
      template.versions = [...others, { ...version, VersionNumber }].sort((a, b) => a.VersionNumber - b.VersionNumber)
    }
  }
  const index = launchTemplatesOf(region, accountId)
  for (const template of templates.values()) index.add(template)
}
