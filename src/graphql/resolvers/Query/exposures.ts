import { exposure } from '../../../db/exposures/exposure.ts'
import { everyRow } from '../../../db/relation.ts'
import { exposuresScope, narrowedTo } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyExposure = everyRow(exposure)

export const exposures: QueryResolvers['exposures'] = (_, args, context, info) =>
  connect(context, info, everyExposure, args, {
    scope: filter => exposuresScope(narrowedTo(filter, 'owner'), narrowedTo(filter, 'region')),
  })
