import { instanceType } from '../../../db/instance-types/instance-type.ts'
import { everyRow } from '../../../db/relation.ts'
import { instanceTypesScope, narrowedTo } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyInstanceType = everyRow(instanceType)

export const instanceTypes: QueryResolvers['instanceTypes'] = (_, args, context, info) =>
  connect(context, info, everyInstanceType, args, {
    scope: filter => instanceTypesScope(narrowedTo(filter, 'region')),
  })
