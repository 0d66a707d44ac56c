import { launchTemplateVersion } from '../../../db/launch-templates/launch-template-version.ts'
import { everyRow } from '../../../db/relation.ts'
import { launchTemplatesScope, narrowedTo } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyLaunchTemplateVersion = everyRow(launchTemplateVersion)

export const launchTemplateVersions: QueryResolvers['launchTemplateVersions'] = (_, args, context, info) =>
  connect(context, info, everyLaunchTemplateVersion, args, {
    scope: (filter, used) => launchTemplatesScope(narrowedTo(filter, 'account'), narrowedTo(filter, 'region'), used),
  })
