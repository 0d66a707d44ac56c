import type { LaunchTemplateVersionUnderCriteriaResolvers } from '../schema.generated.ts'

/** A row is the version's row with the verdicts on its image. */
export const LaunchTemplateVersionUnderCriteria: LaunchTemplateVersionUnderCriteriaResolvers = {
  launchTemplateVersion: row => row,
}
